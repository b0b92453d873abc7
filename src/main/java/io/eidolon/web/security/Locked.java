package io.eidolon.web.security;

import java.util.stream.Stream;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Whether the service is locked, as the settings say. */
final class Locked {

	private static final String KEYS = "eidolon.security.keys";

	private Locked() {
	}

	static boolean isBy(Environment environment) {
		return Stream.of(KEYS, "eidolon.security.tokens.issuer", "eidolon.security.tokens.jwk-set-uri")
			.anyMatch((setting) -> StringUtils.hasText(environment.getProperty(setting)));
	}

	/** Whether there are keys. */
	static boolean isByKeys(Environment environment) {
		return StringUtils.hasText(environment.getProperty(KEYS));
	}

}
