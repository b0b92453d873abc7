package io.eidolon.web.security;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.eidolon.modelcard.Sha256;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/**
 * Knows clients by tokens, whose issuer need not be there before the first of them comes.
 *
 * @param properties whose tokens, and what they say
 */
record TokenAuthentication(TokenProperties properties) {

	private static final int LONGEST_SUBJECT = 128;

	private static final int DISTINCT_DIGITS = 32;

	/** Claims that hold scopes unless a setting names another. */
	private static final List<String> USUAL = List.of("scope", "scp");

	AuthenticationProvider provider() {
		JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder());
		provider.setJwtAuthenticationConverter(this::client);
		return provider;
	}

	private JwtDecoder decoder() {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(new IssuerKeys(new IssuerKeySet(this.properties)))
			.jwsAlgorithms((all) -> all.addAll(List.of(SignatureAlgorithm.values())))
			.build();
		decoder.setJwtValidator(validator());
		return decoder;
	}

	private OAuth2TokenValidator<Jwt> validator() {
		List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>();
		JwtTimestampValidator times = new JwtTimestampValidator();
		// A token without an end could never be taken back
		times.setAllowEmptyExpiryClaim(false);
		validators.add(times);
		if (this.properties.issuer() != null) {
			validators.add(new JwtIssuerValidator(this.properties.issuer()));
		}
		if (this.properties.audience() != null) {
			validators.add(new JwtAudienceValidator(this.properties.audience()));
		}
		return new DelegatingOAuth2TokenValidator<>(validators);
	}

	private AbstractAuthenticationToken client(Jwt token) {
		return Credentials.of(new Caller("token " + subject(token), scopes(token), Set.of(), Limits.NONE));
	}

	private static String subject(Jwt token) {
		String subject = Objects.requireNonNullElse(token.getSubject(), "without subject");
		// It goes into logs.
		String plain = subject.replaceAll("[^\\w.@:|/+-]", "?");
		if (plain.equals(subject) && plain.length() <= LONGEST_SUBJECT) {
			return plain;
		}
		// Others must not look the same: jobs and limits are those of a name.
		return "%s#%s".formatted(plain.substring(0, Math.min(plain.length(), LONGEST_SUBJECT)),
				Sha256.hex(subject).substring(0, DISTINCT_DIGITS));
	}

	private Set<Scope> scopes(Jwt token) {
		Set<Scope> scopes = EnumSet.noneOf(Scope.class);
		String prefix = Objects.requireNonNullElse(this.properties.scopePrefix(), "");
		names(token).stream()
			.filter((name) -> name.startsWith(prefix))
			.map((name) -> Scope.find(name.substring(prefix.length())))
			.flatMap(Optional::stream)
			.forEach(scopes::add);
		return scopes;
	}

	private List<String> names(Jwt token) {
		String claim = this.properties.scopeClaim();
		List<String> claims = USUAL.contains(claim) ? USUAL : List.of(claim);
		return claims.stream()
			.filter(token::hasClaim)
			.findFirst()
			.map((name) -> texts(token.getClaim(name)))
			.orElse(List.of());
	}

	private static List<String> texts(@Nullable Object value) {
		return switch (value) {
			case String text -> List.of(text.split(" "));
			case List<?> list -> list.stream().map(String::valueOf).toList();
			case null, default -> List.of();
		};
	}

}
