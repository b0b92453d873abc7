package io.eidolon.web.security;

import java.util.List;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Whether requests have an allowance: where clients have keys or limits, or the log says
 * what requests cost.
 */
final class Limited {

	private static final List<String> SETTINGS = List.of("eidolon.limits.requests-per-minute",
			"eidolon.limits.cost-per-minute", "eidolon.limits.at-once");

	private Limited() {
	}

	static boolean isBy(Environment environment) {
		return Locked.isBy(environment) || environment.getProperty(RequestLog.SETTING, Boolean.class, false)
				|| SETTINGS.stream().anyMatch((setting) -> StringUtils.hasText(environment.getProperty(setting)));
	}

}
