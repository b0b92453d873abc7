package io.eidolon.web.security;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tokens (JWT) of an issuer, such as a server of OpenID Connect, that are as good as
 * keys.
 *
 * @param issuer the address of the issuer, as its tokens name it; its configuration is
 * looked for below that
 * @param jwkSetUri where the keys are that tokens are signed with, for an issuer that
 * does not publish its configuration
 * @param audience whom tokens must be for; anybody when it is not set
 * @param scopeClaim the claim of tokens that holds scopes, as a list or separated by
 * spaces
 * @param scopePrefix what scopes of this service begin with in tokens, such as eidolon.
 */
@ConfigurationProperties("eidolon.security.tokens")
record TokenProperties(@Nullable String issuer, @Nullable String jwkSetUri, @Nullable String audience,
		@DefaultValue("scope") String scopeClaim, @Nullable String scopePrefix) {

	boolean isEmpty() {
		return this.issuer == null && this.jwkSetUri == null;
	}

}
