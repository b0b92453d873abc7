package io.eidolon.web.server;

/** Spring Boot is told to take addresses from anybody. */
final class ForwardedHeadersException extends RuntimeException {

	ForwardedHeadersException(String strategy) {
		super("server.forward-headers-strategy (%s) must be left out: whoever asks could say for whom and by which address. "
			.formatted(strategy) + "eidolon.server.proxies names the proxies that are believed");
	}

}
