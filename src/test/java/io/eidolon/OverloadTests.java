package io.eidolon;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the service to doing what it has begun, and to saying at once what it cannot do.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "eidolon.inference.queue-capacity=32", "eidolon.admission.max-searches=2",
				"eidolon.admission.max-waiting=40" })
@Timeout(120)
class OverloadTests {

	private static final String EDIT = """
			{"seed": 7, "candidates": 8, "starts": 16, "steps": 10,
			 "constraints": [{"type": "colour", "box": [0, 0, 8, 8], "colour": "#cc2222"}]}""";

	@TempDir
	static Path models;

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("eidolon.models.path", () -> RunningService.writeModels(models).toString());
	}

	@Test
	void noSearchIsRefusedMidwayHoweverManyThereAre() {
		assertThat(statuses(32)).containsOnly(200);
	}

	@Test
	void moreThanMayWaitAreRefusedWithATimeToComeBack() {
		List<HttpResponse<byte[]>> answers = answers(80);
		assertThat(answers.stream().map(HttpResponse::statusCode)).containsOnly(200, 503);
		assertThat(answers.stream().filter((answer) -> answer.statusCode() == 200).count()).isGreaterThanOrEqualTo(40);
		HttpResponse<byte[]> refused = answers.stream()
			.filter((answer) -> answer.statusCode() == 503)
			.findFirst()
			.orElseThrow();
		assertThat(refused.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9]\\d?");
		assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(refused.headers().firstValue("X-Request-Id")).isPresent();
		assertThat(RunningService.json(refused).at("/type").asString()).isEqualTo("urn:eidolon:problem:busy");
	}

	private List<Integer> statuses(int count) {
		return answers(count).stream().map(HttpResponse::statusCode).toList();
	}

	private List<HttpResponse<byte[]>> answers(int count) {
		RunningService service = new RunningService(this.port);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<CompletableFuture<HttpResponse<byte[]>>> asked = IntStream.range(0, count)
				.mapToObj((_) -> CompletableFuture.supplyAsync(() -> edit(service), threads))
				.toList();
			return asked.stream().map(CompletableFuture::join).toList();
		}
	}

	private static HttpResponse<byte[]> edit(RunningService service) {
		return service
			.send(service.request("/edit", "Content-Type", "application/json").POST(BodyPublishers.ofString(EDIT)));
	}

}
