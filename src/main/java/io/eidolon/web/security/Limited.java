package io.eidolon.web.security;

import java.util.List;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Holds where requests have an allowance: where clients have keys or limits, or the log
 * says what requests cost.
 */
final class Limited implements Condition {

	private static final List<String> SETTINGS = List.of("eidolon.limits.requests-per-minute",
			"eidolon.limits.cost-per-minute", "eidolon.limits.at-once");

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Environment environment = context.getEnvironment();
		return Locked.isBy(environment) || environment.getProperty(RequestLog.SETTING, Boolean.class, false)
				|| SETTINGS.stream().anyMatch((setting) -> StringUtils.hasText(environment.getProperty(setting)));
	}

}
