package io.eidolon;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the service to taking no address from those who are no proxy of its own, also on
 * Kubernetes, where Spring Boot by itself believes whoever comes from a private network.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "eidolon.server.proxies=192.0.2.0/24", "spring.main.cloud-platform=kubernetes" })
class ProxyTests {

	@TempDir
	static Path models;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("eidolon.models.path", () -> RunningService.writeModels(models).toString());
	}

	@Test
	void whatAStrangerSaysOfTheAddressIsNotRead(@LocalServerPort int port) {
		RunningService service = new RunningService(port);
		String address = RunningService
			.json(service.get("/v3/api-docs", "X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https",
					"Forwarded", "host=evil.example;proto=https", "X-Forwarded-Prefix", "//evil.example"))
			.at("/servers/0/url")
			.asString();
		assertThat(address).isEqualTo("http://localhost:" + port);
		assertThat(service.get("/swagger-ui.html", "X-Forwarded-Prefix", "//evil.example")
			.headers()
			.firstValue("Location")
			.orElse("")).doesNotContain("evil");
	}

}
