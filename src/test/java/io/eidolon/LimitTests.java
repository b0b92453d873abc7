package io.eidolon;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds clients to what their keys may ask for, and to leaving room for each other. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { ServiceTest.ONE_WORKER, "eidolon.admission.max-pictures=1", "eidolon.answers.kept=0B" })
@Timeout(120)
class LimitTests {

	/** Pixels of an image of the model that is asked for. */
	private static final int PIXELS = 16 * 16;

	@TempDir
	static Path folder;

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("eidolon.models.path", () -> RunningService.writeModels(folder.resolve("models")).toString());
		registry.add("eidolon.security.keys",
				() -> new KeyFile().with("few", "generate", "requests-per-minute: 2")
					.with("cheap", "generate, edit, recognise", "cost-per-minute: " + 10 * PIXELS)
					.with("poor", "generate", "cost-per-minute: " + 10 * PIXELS)
					.with("steps", "edit", "cost-per-minute: " + 100 * PIXELS)
					.with("one", "generate", "at-once: 1")
					.with("greedy", "generate")
					.with("polite", "generate")
					.write(folder.resolve("keys.yaml"))
					.toString());
	}

	@Test
	void requestsBeyondALimitAreToldWhichItIsAndWhenToComeBack() {
		HttpResponse<byte[]> first = generate("few", 1);
		assertThat(first.headers().firstValue("RateLimit-Policy")).hasValue("\"requests\";q=2;w=60");
		assertThat(first.headers().firstValue("RateLimit")).hasValue("\"requests\";r=1;t=30");
		generate("few", 1);
		HttpResponse<byte[]> refused = generate("few", 1);
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 31);
		assertThat(refused.headers().firstValue("RateLimit"))
			.hasValueSatisfying((left) -> assertThat(left).startsWith("\"requests\";r=0;"));
		JsonNode problem = RunningService.json(refused);
		assertThat(problem.at("/type").asString()).isEqualTo("urn:eidolon:problem:limit-exceeded");
		assertThat(problem.at("/detail").asString())
			.startsWith("requests-per-minute is 2 for this client; ask again in");
		JsonNode openAi = RunningService.json(post("few", "/v1/images/generations", "{\"prompt\": \"man\"}"));
		assertThat(openAi.at("/error/type").asString()).isEqualTo("rate_limit_error");
		assertThat(openAi.at("/error/code").asString()).isEqualTo("rate_limit_exceeded");
	}

	@Test
	void picturesCostTheirPixels() {
		HttpResponse<byte[]> seven = generate("poor", 7);
		assertThat(seven.statusCode()).isEqualTo(200);
		assertThat(seven.headers().firstValue("RateLimit")).hasValueSatisfying((left) -> assertLeft(left, 3, 10));
		HttpResponse<byte[]> refused = generate("poor", 7);
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.headers().firstValue("Retry-After")).isPresent();
		assertThat(RunningService.json(refused).at("/limit").asString()).isEqualTo("cost-per-minute");
		assertThat(RunningService.json(refused).at("/value").asInt()).isEqualTo(10 * PIXELS);
	}

	@Test
	void whatNoMinuteCanPayForIsNotToBeAskedAgain() {
		HttpResponse<byte[]> refused = generate("cheap", 11);
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
		assertThat(RunningService.json(refused).at("/detail").asString())
			.contains("alone costs %s".formatted(11 * PIXELS));
	}

	@Test
	void aSearchCostsItsPixelsAtEachStepAndThoseOfWhatItAnswers() {
		int held = 39; // images of the search and of its answer
		String edit = """
				{"seed": 7, "candidates": 4, "starts": 8, "steps": %s,
				 "constraints": [{"type": "colour", "box": [0, 0, 8, 8], "colour": "#cc2222"}]}""";
		assertThat(RunningService.json(post("steps", "/edit", edit.formatted(100))).at("/detail").asString())
			.contains("alone costs %s".formatted((8 + 4 * 100 + held) * PIXELS));
		HttpResponse<byte[]> some = post("steps", "/edit", edit.formatted(10));
		assertThat(some.statusCode()).isEqualTo(200);
		assertThat(some.headers().firstValue("RateLimit"))
			.hasValueSatisfying((left) -> assertLeft(left, 100 - 8 - 4 * 10 - held, 100));
	}

	@Test
	void asManyAreServedAtOnceAsMay() {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Integer> statuses = asked(threads, "one", 16, "{\"model\": \"peeps\", \"count\": 64}").stream()
				.map(CompletableFuture::join)
				.map(HttpResponse::statusCode)
				.toList();
			assertThat(statuses).contains(200, 429).containsOnly(200, 429);
		}
		assertThat(generate("one", 1).statusCode()).as("once it has its answers").isEqualTo(200);
	}

	@Test
	void aGreedyClientDoesNotKeepAPoliteOneOfTheSameAddressWaiting() {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<CompletableFuture<HttpResponse<byte[]>>> greedy = asked(threads, "greedy", 200,
					"{\"model\": \"peeps\", \"count\": 64, \"scale\": 4}");
			CompletableFuture.anyOf(greedy.toArray(CompletableFuture[]::new)).join();
			for (int i = 0; i < 2; i++) {
				assertThat(generate("polite", 1).statusCode()).isEqualTo(200);
			}
			assertThat(greedy).as("still unanswered").filteredOn((one) -> !one.isDone()).hasSizeGreaterThan(100);
			assertThat(greedy).extracting((one) -> one.join().statusCode()).doesNotContain(429, 500);
		}
	}

	private List<CompletableFuture<HttpResponse<byte[]>>> asked(ExecutorService threads, String key, int requests,
			String body) {
		return IntStream.range(0, requests)
			.mapToObj((_) -> CompletableFuture.supplyAsync(() -> post(key, "/generate", body), threads))
			.toList();
	}

	private HttpResponse<byte[]> generate(String key, int count) {
		return post(key, "/generate", "{\"model\": \"peeps\", \"count\": %s}".formatted(count));
	}

	private HttpResponse<byte[]> post(String key, String path, String body) {
		RunningService service = new RunningService(this.port);
		return service.send(
				service.request(path, "Content-Type", "application/json", "Authorization", "Bearer " + KeyFile.key(key))
					.POST(BodyPublishers.ofString(body)));
	}

	/** At least what is left of all, as it comes back with time. */
	private static void assertLeft(String header, int pictures, int all) {
		assertThat(header).startsWith("\"cost\";r=");
		int left = Integer.parseInt(header.substring("\"cost\";r=".length(), header.indexOf(';', 8)));
		assertThat(left).isGreaterThanOrEqualTo(pictures * PIXELS).isLessThan(all * PIXELS);
	}

}
