package io.eidolon.web.security;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Takes keys from {@code X-API-Key} and {@code Authorization: Bearer}, and tokens from
 * the latter.
 *
 * @param tokens whether there is an issuer of tokens
 */
record CredentialsHeaders(boolean tokens) implements AuthenticationConverter {

	static final String KEY = "X-API-Key";

	private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S+) *");

	/** A JWT has three parts; a key has no dots. */
	private static final Pattern TOKEN = Pattern.compile("[^.]+\\.[^.]+\\.[^.]+");

	@Override
	public @Nullable Authentication convert(HttpServletRequest request) {
		String key = request.getHeader(KEY);
		if (key != null) {
			return Credentials.of(key.trim());
		}
		String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
		Matcher bearer = BEARER.matcher((authorization != null) ? authorization : "");
		if (!bearer.matches()) {
			return null;
		}
		String sent = bearer.group(1);
		return (this.tokens && TOKEN.matcher(sent).matches()) ? new BearerTokenAuthenticationToken(sent)
				: Credentials.of(sent);
	}

}
