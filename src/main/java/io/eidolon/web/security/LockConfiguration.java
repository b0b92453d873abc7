package io.eidolon.web.security;

import java.util.ArrayList;
import java.util.List;

import io.eidolon.web.server.Refusals;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationProvider;

/**
 * Locks the service where there are keys, or an issuer of tokens. Its beans are always
 * there, and what does the locking takes no part elsewhere: a condition would be settled
 * when the service is built.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TokenProperties.class)
class LockConfiguration {

	/** There are none where there is no key. */
	@Bean
	@Nullable WatchedKeys keys(LockProperties properties, Environment environment, ApplicationEventPublisher events) {
		return Locked.isByKeys(environment)
				? new WatchedKeys(properties.keyFiles(), properties.refresh().toMillis(), events) : null;
	}

	@Bean
	Lock lock(ObjectProvider<WatchedKeys> keys, TokenProperties tokens, Environment environment, Refusals refusals) {
		if (!Locked.isBy(environment)) {
			return new Lock(List.of(), false, refusals);
		}
		List<AuthenticationProvider> clients = new ArrayList<>();
		WatchedKeys watched = keys.getIfAvailable();
		clients.add(new KeyAuthentication((watched != null) ? watched::keys : () -> ApiKeys.NONE));
		if (!tokens.isEmpty()) {
			clients.add(new TokenAuthentication(tokens).provider());
		}
		return new Lock(List.copyOf(clients), !tokens.isEmpty(), refusals);
	}

	@Bean
	FilterRegistrationBean<PrivateAnswers> privateAnswers(Lock lock) {
		FilterRegistrationBean<PrivateAnswers> filter = new FilterRegistrationBean<>(new PrivateAnswers());
		filter.setEnabled(lock.isClosed());
		return filter;
	}

	@Bean
	LockValve lockValve(Lock lock, @Value("${management.endpoints.web.base-path:/actuator}") String management) {
		return new LockValve(lock, AccessRules.ofService(management));
	}

}
