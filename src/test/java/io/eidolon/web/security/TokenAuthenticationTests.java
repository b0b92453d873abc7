package io.eidolon.web.security;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TokenAuthenticationTests {

	private static final String OPENID = "/.well-known/openid-configuration";

	private final ECKey known = key("known");

	private final ECKey other = key("other");

	/** How often the issuer was asked for each path. */
	private final Map<String, Integer> asked = new ConcurrentHashMap<>();

	private final Map<String, String> answers = new ConcurrentHashMap<>();

	@SuppressWarnings("NullAway.Init")
	private HttpServer server;

	@BeforeEach
	void listen() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
		this.answers.put("/keys", new JWKSet(List.of(this.known.toPublicJWK())).toString());
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/realms/pictures" + OPENID, OPENID + "/realms/pictures",
			"/.well-known/oauth-authorization-server/realms/pictures" })
	void keysAreFoundInTheConfigurationOfTheIssuer(String place) {
		String issuer = address() + "/realms/pictures";
		this.answers.put(place, configuration(issuer));
		assertThat(authenticate(tokens(issuer, null), token(this.known, "known", issuer))).isEqualTo("token batch");
	}

	@Test
	void theConfigurationOfAnotherIssuerIsNotTaken() {
		this.answers.put(OPENID, configuration("https://another.example.org"));
		assertThatExceptionOfType(AuthenticationServiceException.class)
			.isThrownBy(() -> authenticate(tokens(address(), null), token(this.known, "known", address())));
		assertThat(this.asked).doesNotContainKey("/keys");
	}

	@Test
	void tokensOfUnknownKeysDoNotHaveTheIssuerAskedAgainAndAgain() {
		AuthenticationProvider tokens = tokens(null, address() + "/keys");
		assertThat(authenticate(tokens, token(this.known, "known", address()))).isEqualTo("token batch");
		IntStream.range(0, 50).forEach((i) -> {
			String unknown = token(this.other, "unknown" + i, address());
			assertThatExceptionOfType(InvalidBearerTokenException.class)
				.isThrownBy(() -> authenticate(tokens, unknown));
		});
		assertThat(this.asked).containsExactly(Map.entry("/keys", 2));
		assertThat(authenticate(tokens, token(this.known, "known", address()))).isEqualTo("token batch");
	}

	@Test
	void aNewKeyOfTheIssuerIsKnownWithItsFirstToken() {
		AuthenticationProvider tokens = tokens(null, address() + "/keys");
		authenticate(tokens, token(this.known, "known", address()));
		this.answers.put("/keys", new JWKSet(List.of(this.known.toPublicJWK(), this.other.toPublicJWK())).toString());
		assertThat(authenticate(tokens, token(this.other, "other", address()))).isEqualTo("token batch");
	}

	@Test
	void anIssuerThatFailsIsNotAskedForEachToken() {
		this.answers.remove("/keys");
		AuthenticationProvider tokens = tokens(null, address() + "/keys");
		for (int i = 0; i < 10; i++) {
			assertThatExceptionOfType(AuthenticationServiceException.class)
				.isThrownBy(() -> authenticate(tokens, token(this.known, "known", address())));
		}
		assertThat(this.asked).containsExactly(Map.entry("/keys", 2));
	}

	@Test
	void keysThatAreKnownStayValidWhileTheIssuerFails() {
		AuthenticationProvider tokens = tokens(null, address() + "/keys");
		authenticate(tokens, token(this.known, "known", address()));
		this.answers.remove("/keys");
		assertThatExceptionOfType(InvalidBearerTokenException.class)
			.isThrownBy(() -> authenticate(tokens, token(this.other, "other", address())));
		assertThat(authenticate(tokens, token(this.known, "known", address()))).isEqualTo("token batch");
	}

	@Test
	void subjectsThatLogsCannotHoldStayDifferentClients() {
		AuthenticationProvider tokens = tokens(null, address() + "/keys");
		List<String> subjects = List.of("J\u00f6rg", "J\u00e4rg", "J?rg", "a".repeat(128) + "b", "a".repeat(128) + "c");
		assertThat(subjects).map((subject) -> authenticate(tokens, token(this.known, "known", address(), subject)))
			.doesNotHaveDuplicates()
			.allSatisfy((name) -> assertThat(name).matches("token [\\w?#]{1,161}"));
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		this.asked.merge(path, 1, Integer::sum);
		byte[] body = this.answers.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders((body.length > 0) ? 200 : 404, Math.max(body.length, 1));
		exchange.getResponseBody().write((body.length > 0) ? body : new byte[1]);
		exchange.close();
	}

	private String address() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	private String configuration(String issuer) {
		return "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\"}".formatted(issuer, address());
	}

	private static AuthenticationProvider tokens(@Nullable String issuer, @Nullable String keys) {
		return new TokenAuthentication(new TokenProperties(issuer, keys, null, "scope", null)).provider();
	}

	private static String authenticate(AuthenticationProvider tokens, String token) {
		return Objects.requireNonNull(tokens.authenticate(new BearerTokenAuthenticationToken(token))).getName();
	}

	private static ECKey key(String name) {
		try {
			return new ECKeyGenerator(Curve.P_256).keyID(name).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String token(ECKey key, String name, String issuer) {
		return token(key, name, issuer, "batch");
	}

	private static String token(ECKey key, String name, String issuer, String subject) {
		try {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(name).build(),
					new JWTClaimsSet.Builder().issuer(issuer)
						.subject(subject)
						.claim("scope", "generate")
						.expirationTime(Date.from(Instant.now().plusSeconds(60)))
						.build());
			token.sign(new ECDSASigner(key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
