package io.eidolon.web.security;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import org.jspecify.annotations.Nullable;

/**
 * The JWK set of an issuer of tokens, fetched whenever it is asked for. Its address is
 * that of a setting, or found in the configuration that the issuer publishes (OpenID
 * Connect Discovery 1.0, RFC 8414).
 */
final class IssuerKeySet implements JWKSetSource<SecurityContext> {

	private static final int LONGEST_WAIT_MILLIS = 5000;

	private static final int LARGEST_BYTES = 1 << 20;

	private static final String OPENID = "/.well-known/openid-configuration";

	private static final String OAUTH = "/.well-known/oauth-authorization-server";

	private final ResourceRetriever retriever = new DefaultResourceRetriever(LONGEST_WAIT_MILLIS, LONGEST_WAIT_MILLIS,
			LARGEST_BYTES);

	private final TokenProperties properties;

	private volatile @Nullable URL address;

	IssuerKeySet(TokenProperties properties) {
		this.properties = properties;
	}

	@Override
	public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
			throws KeySourceException {
		URL known = this.address;
		if (known == null) {
			known = find();
			this.address = known;
		}
		return new URLBasedJWKSetSource<>(known, this.retriever).getJWKSet(refresh, now, context);
	}

	private URL find() throws JWKSetRetrievalException {
		try {
			String set = this.properties.jwkSetUri();
			return URI.create((set != null) ? set : discover(Objects.requireNonNull(this.properties.issuer()))).toURL();
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new JWKSetRetrievalException("The keys of the issuer cannot be found: " + ex.getMessage(), ex);
		}
	}

	private String discover(String issuer) throws IOException {
		IOException failure = new IOException(issuer + " publishes no configuration");
		for (URI place : places(issuer)) {
			try {
				Map<String, Object> configuration = JSONObjectUtils
					.parse(this.retriever.retrieveResource(place.toURL()).getContent());
				if (issuer.equals(configuration.get("issuer")) && configuration.get("jwks_uri") instanceof String set) {
					return set;
				}
				failure.addSuppressed(new IOException("%s is not the configuration of %s".formatted(place, issuer)));
			}
			catch (SocketException | SocketTimeoutException ex) {
				// It would not be reached at another path either.
				throw ex;
			}
			catch (IOException | ParseException ex) {
				failure.addSuppressed(ex);
			}
		}
		throw failure;
	}

	private static List<URI> places(String issuer) {
		String whole = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
		URI uri = URI.create(whole);
		String host = whole.substring(0, whole.length() - uri.getRawPath().length());
		return List.of(URI.create(whole + OPENID), URI.create(host + OPENID + uri.getRawPath()),
				URI.create(host + OAUTH + uri.getRawPath()));
	}

	@Override
	public void close() {
		// Nothing is held.
	}

}
