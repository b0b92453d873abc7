package io.eidolon;

import java.net.http.HttpResponse;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the service to what it promises when there is no model. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class NoModelTests {

	@TempDir
	static Path models;

	private RunningService service;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("eidolon.models.path", models::toString);
	}

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.service = new RunningService(port);
	}

	@Test
	void theServiceLivesButIsNotReadyAndTellsOperatorsWhy(@LocalManagementPort int managementPort) {
		assertThat(this.service.get("/livez").statusCode()).isEqualTo(200);
		HttpResponse<byte[]> readiness = this.service.get("/readyz");
		assertThat(readiness.statusCode()).isEqualTo(503);
		assertThat(RunningService.json(readiness).toString()).isEqualTo("{\"status\":\"OUT_OF_SERVICE\"}");
		HttpResponse<byte[]> health = new RunningService(managementPort).get("/actuator/health");
		assertThat(RunningService.json(health).at("/components/models/details/reason").asString())
			.contains("No model serves");
	}

	@Test
	void noPicturesCanBeHad() {
		for (String body : new String[] { "{}", "{\"model\": \"peeps\"}" }) {
			HttpResponse<byte[]> refused = this.service.generate(body, "image/png");
			assertThat(refused.statusCode()).isEqualTo(503);
			assertThat(RunningService.json(refused).at("/type").asString()).isEqualTo("urn:eidolon:problem:no-model");
		}
		assertThat(RunningService.json(this.service.get("/models")).at("/models").size()).isZero();
	}

}
