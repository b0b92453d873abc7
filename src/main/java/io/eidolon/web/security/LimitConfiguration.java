package io.eidolon.web.security;

import io.eidolon.web.server.Refusals;
import io.github.bucket4j.TimeMeter;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Holds clients to limits, where there are keys or limits. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
class LimitConfiguration {

	@Bean
	LimitValve limitValve(LimitProperties properties, Refusals refusals, Environment environment,
			@Value("${management.endpoints.web.base-path:/actuator}") String management) {
		return new LimitValve(Limited.isBy(environment), AccessRules.ofService(management), properties.limits(),
				new ClientAccounts(properties.maxClients(), TimeMeter.SYSTEM_NANOTIME), refusals);
	}

}
