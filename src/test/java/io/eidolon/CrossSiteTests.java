package io.eidolon;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the service to working for no page of another site, unless it is allowed. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "eidolon.web.allowed-origins=https://studio.example.org")
class CrossSiteTests {

	private static final String EVIL = "https://evil.example.org";

	@TempDir
	static Path models;

	private RunningService service;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("eidolon.models.path", () -> RunningService.writeModels(models).toString());
	}

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.service = new RunningService(port);
	}

	@Test
	void anImageOnAPageOfAnotherSiteMakesNoPicture() {
		for (String path : new String[] { "/interpolate?from=1&to=2", "/models/peeps/samples/7.png" }) {
			assertThat(get(path, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors")).isEqualTo(403);
			assertThat(get(path, "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "no-cors")).isEqualTo(200);
			assertThat(get(path)).isEqualTo(200);
		}
	}

	@Test
	void aLinkMayLeadHere() {
		assertThat(get("/interpolate?from=1&to=2", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate",
				"Sec-Fetch-Dest", "document"))
			.isEqualTo(200);
	}

	@Test
	void aFormOnAPageOfAnotherSiteIsRefused() {
		assertThat(post("/generate", "Origin", EVIL, "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
		assertThat(post("/generate", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest",
				"document"))
			.isEqualTo(403);
	}

	@Test
	void aBrowserThatTellsTheOriginAloneIsBelieved() {
		assertThat(post("/generate", "Origin", EVIL)).isEqualTo(403);
		assertThat(post("/generate", "Origin", "null")).isEqualTo(403);
		assertThat(post("/generate", "Origin", "http://localhost:" + this.service.port())).isEqualTo(200);
		assertThat(post("/generate")).isEqualTo(200);
	}

	@Test
	void anOriginThatIsAllowedMay() {
		assertThat(post("/generate", "Origin", "https://studio.example.org", "Sec-Fetch-Site", "cross-site"))
			.isEqualTo(200);
	}

	@Test
	void aPageOfAnOriginThatIsAllowedReadsTheHeadersOfAnAnswer() {
		assertThat(this.service
			.get("/models/peeps/samples/7.png", "Origin", "https://studio.example.org", "Sec-Fetch-Site", "cross-site")
			.headers()
			.firstValue("Access-Control-Expose-Headers"))
			.hasValueSatisfying((names) -> assertThat(names).contains("ETag", "Retry-After", "Eidolon-Model",
					"Eidolon-Version", "Eidolon-Seed", "Eidolon-Warning"));
	}

	@ParameterizedTest
	@CsvSource({ "/models/none, 404", "/interpolate?from=x, 400", "/edit, 405", "/nowhere, 404" })
	void aPageOfAnOriginThatIsAllowedReadsWhyItIsRefused(String path, int status) {
		HttpResponse<byte[]> answer = this.service.get(path, "Origin", "https://studio.example.org", "Sec-Fetch-Site",
				"cross-site");
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://studio.example.org");
		assertThat(answer.headers().firstValue("Access-Control-Expose-Headers"))
			.hasValueSatisfying((names) -> assertThat(names).contains("Retry-After"));
	}

	@Test
	void whatCostsNothingIsForAll() {
		assertThat(get("/models", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors")).isEqualTo(200);
	}

	private int get(String path, String... headers) {
		return this.service.get(path, headers).statusCode();
	}

	private int post(String path, String... headers) {
		return this.service
			.send(this.service.request(path, headers)
				.header("Content-Type", "application/json")
				.POST(BodyPublishers.ofString("{}")))
			.statusCode();
	}

}
