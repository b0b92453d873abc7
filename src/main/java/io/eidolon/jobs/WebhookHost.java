package io.eidolon.jobs;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;

/**
 * Where webhooks may go.
 *
 * @param scheme http or https
 * @param host the exact name of the host
 * @param port the port
 * @param anywhere whether it may have an address that is not public
 */
record WebhookHost(String scheme, String host, int port, boolean anywhere) {

	private static final String HTTPS = "https";

	private static final int HTTPS_PORT = 443;

	private static final int HTTP_PORT = 80;

	/**
	 * Reads a setting: the name of a host, which must have public addresses and is asked
	 * by HTTPS at its usual port; or an origin such as http://ci.internal:8080, which may
	 * be anywhere.
	 * @throws IllegalArgumentException when it is neither
	 */
	static WebhookHost parse(String setting) {
		if (!setting.contains("://")) {
			return new WebhookHost(HTTPS, setting.toLowerCase(Locale.ROOT), HTTPS_PORT, false);
		}
		URI origin = URI.create(setting);
		if (origin.getHost() == null || !isHttp(origin) || !origin.getRawPath().isEmpty()) {
			throw new IllegalArgumentException(
					"eidolon.jobs.webhook.hosts (%s) must be the name of a host, or an origin such as http://ci.internal:8080"
						.formatted(setting));
		}
		return new WebhookHost(scheme(origin), origin.getHost().toLowerCase(Locale.ROOT), port(origin), true);
	}

	/** Whether a webhook goes there. */
	boolean matches(URI webhook) {
		return webhook.getHost() != null && isHttp(webhook) && webhook.getRawUserInfo() == null
				&& scheme(webhook).equals(this.scheme) && webhook.getHost().toLowerCase(Locale.ROOT).equals(this.host)
				&& port(webhook) == this.port;
	}

	/**
	 * Holds the host to public addresses, unless it may be anywhere.
	 * @throws UnknownHostException when it has none, or one that is not public
	 */
	void checkAddresses() throws UnknownHostException {
		if (this.anywhere) {
			return;
		}
		for (InetAddress address : InetAddress.getAllByName(this.host)) {
			if (!isPublic(address)) {
				throw new UnknownHostException("%s has the address %s, which is not public; name its origin to allow it"
					.formatted(this.host, address.getHostAddress()));
			}
		}
	}

	static boolean isPublic(InetAddress address) {
		byte[] bytes = address.getAddress();
		boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
		boolean shared = bytes.length == 4 && (bytes[0] & 0xFF) == 100 && (bytes[1] & 0xC0) == 64;
		return !(address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
				|| address.isSiteLocalAddress() || address.isMulticastAddress() || uniqueLocal || shared
				|| (bytes.length == 4 && bytes[0] == 0));
	}

	private static boolean isHttp(URI uri) {
		return scheme(uri).equals(HTTPS) || scheme(uri).equals("http");
	}

	private static String scheme(URI uri) {
		return Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
	}

	private static int port(URI uri) {
		return (uri.getPort() >= 0) ? uri.getPort() : scheme(uri).equals(HTTPS) ? HTTPS_PORT : HTTP_PORT;
	}

}
