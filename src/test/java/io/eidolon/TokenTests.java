package io.eidolon;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A service that is locked by the tokens of a real authorization server. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "eidolon.security.tokens.audience=batch",
				"eidolon.security.access-log=true" })
@Timeout(120)
class TokenTests {

	private static final ConfigurableApplicationContext ISSUER = AuthorizationServer.start();

	private static final ConfigurableApplicationContext OTHER_ISSUER = AuthorizationServer.start();

	@TempDir
	static Path models;

	@LocalServerPort
	int port;

	@LocalManagementPort
	int managementPort;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("eidolon.models.path", () -> RunningService.writeModels(models).toString());
		registry.add("eidolon.security.tokens.issuer", () -> AuthorizationServer.issuer(ISSUER));
	}

	@AfterAll
	static void stop() {
		ISSUER.close();
		OTHER_ISSUER.close();
	}

	@Test
	void theScopesOfATokenOpenWhatTheyNameAlone() {
		String token = token(ISSUER, "generate elsewhere");
		assertThat(get(this.port, "/models/peeps/samples/7.png", token).statusCode()).isEqualTo(200);
		assertThat(get(this.port, "/detectors", token).statusCode()).isEqualTo(403);
		assertThat(get(this.managementPort, "/actuator/models", token).statusCode()).isEqualTo(403);
		assertThat(get(this.managementPort, "/actuator/models", token(ISSUER, "operate")).statusCode()).isEqualTo(200);
	}

	@Test
	void aTokenOfAnotherIssuerIsRefused() {
		assertThat(get(this.port, "/models", token(OTHER_ISSUER, "generate")).statusCode()).isEqualTo(401);
	}

	@Test
	void aTokenThatWasChangedIsRefused() {
		String[] parts = token(ISSUER, "elsewhere").split("\\.");
		String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8).replace("elsewhere",
				"generate");
		String changed = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
		HttpResponse<byte[]> answer = get(this.port, "/models", parts[0] + "." + changed + "." + parts[2]);
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.headers().firstValue("WWW-Authenticate"))
			.hasValueSatisfying((challenge) -> assertThat(challenge).contains("invalid_token"));
	}

	@Test
	void whatIsNoTokenAndNoKeyIsRefused() {
		assertThat(get(this.port, "/models", "not-a-token").statusCode()).isEqualTo(401);
		assertThat(get(this.port, "/models", "not.a.token").statusCode()).isEqualTo(401);
		assertThat(new RunningService(this.port).get("/models").statusCode()).isEqualTo(401);
	}

	private static HttpResponse<byte[]> get(int port, String path, String token) {
		return new RunningService(port).get(path, "Authorization", "Bearer " + token);
	}

	private static String token(ConfigurableApplicationContext issuer, String scopes) {
		RunningService server = new RunningService(Integer.parseInt(AuthorizationServer.issuer(issuer).split(":")[2]));
		HttpResponse<byte[]> answer = server.send(
				server
					.request("/oauth2/token", "Content-Type", "application/x-www-form-urlencoded", "Authorization",
							"Basic " + Base64.getEncoder()
								.encodeToString("batch:secret".getBytes(StandardCharsets.UTF_8)))
					.POST(BodyPublishers.ofString("grant_type=client_credentials&scope=" + scopes.replace(' ', '+'))));
		assertThat(answer.statusCode()).isEqualTo(200);
		return RunningService.json(answer).at("/access_token").asString();
	}

}
