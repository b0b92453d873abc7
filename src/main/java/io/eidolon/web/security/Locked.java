package io.eidolon.web.security;

import java.util.stream.Stream;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Holds where the service is locked: nothing of a lock is there elsewhere. */
final class Locked implements Condition {

	private static final String KEYS = "eidolon.security.keys";

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		return isBy(context.getEnvironment());
	}

	static boolean isBy(Environment environment) {
		return Stream.of(KEYS, "eidolon.security.tokens.issuer", "eidolon.security.tokens.jwk-set-uri")
			.anyMatch((setting) -> StringUtils.hasText(environment.getProperty(setting)));
	}

	/** Holds where there are keys. */
	static final class ByKeys implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return StringUtils.hasText(context.getEnvironment().getProperty(KEYS));
		}

	}

}
