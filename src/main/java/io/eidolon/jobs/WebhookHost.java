package io.eidolon.jobs;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/**
 * Where webhooks may go.
 *
 * @param scheme http or https
 * @param host the exact name of the host
 * @param port the port
 * @param anyAddress whether its addresses need not be public
 */
record WebhookHost(String scheme, String host, int port, boolean anyAddress) {

	// What IANA sets apart (RFC 6890) beside what the library knows as internal. Its
	// matchers do not tell networks of IPv4 from those of IPv6.
	private static final InetAddressMatcher PUBLIC_IPV4 = InetAddressMatchers.matchExternal()
		.excludeAddresses(List.of("0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
				"198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"))
		.build();

	/** In 2000::/3, without what leads to addresses of IPv4 and the like. */
	private static final InetAddressMatcher PUBLIC_IPV6 = InetAddressMatchers.matchExternal()
		.excludeAddresses(
				List.of("::/3", "4000::/2", "8000::/1", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))
		.build();

	private static final String HTTPS = "https";

	private static final int HTTPS_PORT = 443;

	private static final int HTTP_PORT = 80;

	/**
	 * Reads a setting: the name of a host, which is asked by HTTPS at its usual port, or
	 * an origin such as http://ci.internal:8080.
	 * @throws IllegalArgumentException when it is neither
	 */
	static WebhookHost parse(String setting, boolean anyAddress) {
		if (!setting.contains("://")) {
			return new WebhookHost(HTTPS, setting.toLowerCase(Locale.ROOT), HTTPS_PORT, anyAddress);
		}
		URI origin = URI.create(setting);
		if (origin.getHost() == null || !isHttp(origin) || !origin.getRawPath().isEmpty()) {
			throw new IllegalArgumentException(
					"a host of eidolon.jobs.webhook (%s) must be the name of a host, or an origin such as http://ci.internal:8080"
						.formatted(setting));
		}
		return new WebhookHost(scheme(origin), origin.getHost().toLowerCase(Locale.ROOT), port(origin), anyAddress);
	}

	/** Whether a webhook goes there. */
	boolean matches(URI webhook) {
		return webhook.getHost() != null && isHttp(webhook) && webhook.getRawUserInfo() == null
				&& scheme(webhook).equals(this.scheme) && webhook.getHost().toLowerCase(Locale.ROOT).equals(this.host)
				&& port(webhook) == this.port;
	}

	/**
	 * Holds the host to public addresses, unless its addresses need not be. The client
	 * connects to an address that was looked up here: the JVM keeps it for longer than
	 * that takes.
	 * @throws UnknownHostException when it has none, or one that is not public
	 */
	void checkAddresses() throws UnknownHostException {
		if (this.anyAddress) {
			return;
		}
		for (InetAddress address : InetAddress.getAllByName(this.host)) {
			if (!isPublic(address)) {
				throw new UnknownHostException(
						"%s has the address %s, which is not public; eidolon.jobs.webhook.private-hosts would allow it"
							.formatted(this.host, address.getHostAddress()));
			}
		}
	}

	static boolean isPublic(InetAddress address) {
		return ((address instanceof Inet4Address) ? PUBLIC_IPV4 : PUBLIC_IPV6).matches(address);
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
