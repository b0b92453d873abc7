package io.eidolon;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class PreparedBeansTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "server.port=9000", "management.server.port=9001", "EIDOLON_MODELS_PATH=/models",
			"eidolon.security.keys=/keys", "eidolon.limits.at-once=3", "eidolon.jobs.path=/jobs",
			"SPRING_CONFIG_ADDITIONALLOCATION=file:/etc/eidolon/", "spring.aot.enabled=true", "logging.level.root=warn",
			"java.version=25", "server.port=0 management.server.port=0" })
	void settingsThatNoConditionLooksAtLeaveThemAsTheyAre(String settings) {
		assertThat(PreparedBeans.fit(environment(settings))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.profiles.active=train", "SPRING_THREADS_VIRTUAL_ENABLED=false",
			"server.ssl.bundle=web", "management.server.port=8080", "management.server.port=-1", "server.port=8081",
			"MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE=*", "springdoc.api-docs.enabled=false", "eidolon.job.count=9",
			"EIDOLON_JOB_COUNT=9" })
	void settingsThatConditionsLookAtAskForOthers(String settings) {
		assertThat(PreparedBeans.fit(environment(settings))).isFalse();
	}

	private static ConfigurableEnvironment environment(String settings) {
		ConfigurableEnvironment environment = new StandardEnvironment();
		Map<String, Object> given = new LinkedHashMap<>();
		for (String setting : settings.split(" ")) {
			String[] parts = setting.split("=");
			if (parts.length == 2) {
				given.put(parts[0], parts[1]);
			}
		}
		environment.getPropertySources().addFirst(new MapPropertySource("given", given));
		environment.getPropertySources()
			.addLast(new MapPropertySource("Config resource 'class path resource [application.yaml]'", Map
				.of("server.port", 8080, "management.server.port", 8081, "spring.threads.virtual.enabled", true)));
		return environment;
	}

}
