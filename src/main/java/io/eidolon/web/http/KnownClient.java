package io.eidolon.web.http;

import io.eidolon.web.server.ClientNetwork;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The client of a request to a service that is locked. */
public final class KnownClient {

	private KnownClient() {
	}

	/** Returns whose key or token it came with, null where the service is open. */
	public static @Nullable String of(HttpServletRequest request) {
		return (request.getUserPrincipal() != null) ? ClientNetwork.of(request) : null;
	}

}
