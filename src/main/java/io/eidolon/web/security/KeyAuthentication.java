package io.eidolon.web.security;

import java.util.function.Supplier;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;

/**
 * Knows clients by their keys.
 *
 * @param keys those that are known now
 */
record KeyAuthentication(Supplier<ApiKeys> keys) implements AuthenticationProvider {

	@Override
	public Authentication authenticate(Authentication authentication) {
		return this.keys.get()
			.find(String.valueOf(authentication.getCredentials()))
			.map(Credentials::of)
			.orElseThrow(() -> new BadCredentialsException("The key is not known"));
	}

	@Override
	public boolean supports(Class<?> type) {
		return type == Credentials.class;
	}

}
