package io.eidolon.web.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Principal;
import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;

/** What counts as one client: an address, or for IPv6 a network of 64 bits. */
public final class ClientNetwork {

	private static final int NETWORK_BYTES = 8;

	private ClientNetwork() {
	}

	/** Returns who asks: whose key it is, and where there is none, the network. */
	public static String of(HttpServletRequest request) {
		Principal known = request.getUserPrincipal();
		return (known != null) ? "key " + known.getName() : of(request.getRemoteAddr());
	}

	/** Returns the network of an address that is written in numbers. */
	public static String of(String address) {
		if (address.indexOf(':') < 0) {
			return address;
		}
		try {
			return of(InetAddress.getByName(address));
		}
		catch (UnknownHostException ex) {
			return address;
		}
	}

	static String of(InetAddress address) {
		if (!(address instanceof Inet6Address)) {
			return address.getHostAddress();
		}
		byte[] network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK_BYTES), 2 * NETWORK_BYTES);
		try {
			return InetAddress.getByAddress(network).getHostAddress() + "/64";
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException("16 bytes are an address", ex);
		}
	}

}
