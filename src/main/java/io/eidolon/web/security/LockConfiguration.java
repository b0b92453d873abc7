package io.eidolon.web.security;

import java.util.ArrayList;
import java.util.List;

import io.eidolon.web.server.Refusals;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;

/** Locks the service where there are keys, or an issuer of tokens. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TokenProperties.class)
@Conditional(Locked.class)
class LockConfiguration {

	@Bean
	@Conditional(Locked.ByKeys.class)
	WatchedKeys keys(LockProperties properties, ApplicationEventPublisher events) {
		return new WatchedKeys(properties.keyFiles(), properties.refresh().toMillis(), events);
	}

	@Bean
	Lock lock(ObjectProvider<WatchedKeys> keys, TokenProperties tokens, Refusals refusals) {
		List<AuthenticationProvider> clients = new ArrayList<>();
		WatchedKeys watched = keys.getIfAvailable();
		clients.add(new KeyAuthentication((watched != null) ? watched::keys : () -> ApiKeys.NONE));
		if (!tokens.isEmpty()) {
			clients.add(new TokenAuthentication(tokens).provider());
		}
		return new Lock(List.copyOf(clients), !tokens.isEmpty(), refusals);
	}

	@Bean
	PrivateAnswers privateAnswers() {
		return new PrivateAnswers();
	}

	@Bean
	LockValve lockValve(Lock lock, @Value("${management.endpoints.web.base-path:/actuator}") String management) {
		return new LockValve(lock.filter(AccessRules.ofService(management)));
	}

}
