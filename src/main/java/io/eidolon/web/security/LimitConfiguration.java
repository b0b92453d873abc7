package io.eidolon.web.security;

import io.eidolon.web.server.Refusals;
import io.github.bucket4j.TimeMeter;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Holds clients to limits, where there are keys or limits. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
class LimitConfiguration {

	@Bean
	@Conditional(Limited.class)
	LimitValve limitValve(LimitProperties properties, Refusals refusals,
			@Value("${management.endpoints.web.base-path:/actuator}") String management) {
		return new LimitValve(AccessRules.ofService(management), properties.limits(),
				new ClientAccounts(properties.maxClients(), TimeMeter.SYSTEM_NANOTIME), refusals);
	}

}
