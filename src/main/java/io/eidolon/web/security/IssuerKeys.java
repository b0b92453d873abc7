package io.eidolon.web.security;

import java.time.Duration;
import java.util.List;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;

/**
 * The keys that the tokens of an issuer are signed with. They are fetched at most twice
 * in half a minute, whatever keys tokens claim to be signed with: anybody can make up a
 * token. While they cannot be fetched the last ones stay valid for an hour.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {

	/** In which keys are fetched twice at most. */
	private static final Duration INTERVAL = Duration.ofSeconds(30);

	private static final Duration FRESH = Duration.ofMinutes(5);

	private static final Duration VALID = Duration.ofHours(1);

	/** How long a token waits while another one has the keys fetched. */
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(6);

	private final JWKSource<SecurityContext> source;

	/** Whether the issuer answered when it was last asked. */
	private volatile boolean known;

	IssuerKeys(JWKSetSource<SecurityContext> issuer) {
		this.source = JWKSourceBuilder.create(issuer)
			.cache(FRESH.toMillis(), LONGEST_WAIT.toMillis())
			.refreshAheadCache(false)
			.rateLimited(INTERVAL.toMillis())
			.outageTolerant(VALID.toMillis())
			.build();
	}

	@Override
	public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
		try {
			List<JWK> keys = this.source.get(selector, context);
			this.known = true;
			return keys;
		}
		catch (RateLimitReachedException ex) {
			if (this.known) {
				// None of the keys, which were fetched a moment ago
				return List.of();
			}
			throw ex;
		}
		catch (KeySourceException ex) {
			this.known = false;
			throw ex;
		}
	}

}
