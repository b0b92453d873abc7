package io.eidolon;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static io.eidolon.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

/** Jobs of clients that are known by their keys. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "eidolon.jobs.path=${java.io.tmpdir}/eidolon-jobs-${random.uuid}",
				"eidolon.jobs.max-pictures=1000000" })
@Timeout(120)
class JobLockTests {

	/** Pixels of an image of the model that is asked for. */
	private static final int PIXELS = 16 * 16;

	@TempDir
	static Path folder;

	private RunningService service;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("eidolon.models.path", () -> RunningService.writeModels(folder.resolve("models")).toString());
		registry.add("eidolon.security.keys",
				() -> new KeyFile().with("ann", "jobs")
					.with("bob", "jobs")
					.with("poor", "jobs", "cost-per-minute: " + 10 * PIXELS)
					.write(folder.resolve("keys.yaml"))
					.toString());
	}

	@BeforeEach
	void awaitJobs(@LocalServerPort int port) throws InterruptedException {
		this.service = new RunningService(port);
		while (this.service.get("/jobs", key("ann")).statusCode() == 503) {
			Thread.sleep(20);
		}
	}

	@Test
	void aJobIsItsOwnersAlone() throws InterruptedException {
		String job = location(create("ann", 3));
		while (!json(this.service.get(job, key("ann"))).at("/state").asString().equals("done")) {
			Thread.sleep(20);
		}
		for (String path : List.of(job, job + "/events", job + "/results/manifest.json",
				job + "/results/shard-000000.tar")) {
			assertThat(this.service.get(path, key("ann")).statusCode()).as(path).isEqualTo(200);
			assertThat(this.service.get(path, key("bob")).statusCode()).as(path).isEqualTo(404);
		}
		assertThat(cancel("bob", job)).isEqualTo(404);
		assertThat(json(this.service.get(job, key("ann"))).at("/state").asString()).isEqualTo("done");
		assertThat(new String(this.service.get("/jobs", key("ann")).body())).contains(job);
		assertThat(new String(this.service.get("/jobs", key("bob")).body())).doesNotContain(job);
		assertThat(cancel("ann", job)).isEqualTo(204);
	}

	@Test
	void twoClientsMayChooseTheSameIdempotencyKey() {
		String once = UUID.randomUUID().toString();
		String job = location(create("ann", 2, "Idempotency-Key", once));
		assertThat(location(create("ann", 2, "Idempotency-Key", once))).isEqualTo(job);
		assertThat(location(create("bob", 2, "Idempotency-Key", once))).isNotEqualTo(job);
		HttpResponse<byte[]> reused = create("ann", 3, "Idempotency-Key", once);
		assertThat(reused.statusCode()).isEqualTo(422);
		assertThat(json(reused).at("/value").asString()).isEqualTo(once);
	}

	@Test
	void aJobCostsAllOfItsPicturesWhenItIsTaken() {
		HttpResponse<byte[]> seven = create("poor", 7);
		assertThat(seven.statusCode()).isEqualTo(202);
		assertThat(seven.headers().firstValue("RateLimit"))
			// A picture's worth comes back every six seconds.
			.hasValueSatisfying((left) -> assertThat(Integer.parseInt(left.replaceAll("\"cost\";r=(\\d+);.*", "$1")))
				.isBetween(3 * PIXELS, 5 * PIXELS));
		HttpResponse<byte[]> refused = create("poor", 1000);
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(json(refused).at("/limit").asString()).isEqualTo("cost-per-minute");
	}

	@Test
	void oneClientLeavesOthersRoomToListen() throws Exception {
		String job = location(create("ann", 100_000));
		List<InputStream> listening = new ArrayList<>();
		try (HttpClient client = HttpClient.newHttpClient()) {
			for (int i = 0; i < 10; i++) {
				HttpResponse<InputStream> events = client
					.send(this.service.request(job + "/events", key("ann")).build(), BodyHandlers.ofInputStream());
				assertThat(events.statusCode()).isEqualTo(200);
				listening.add(events.body());
			}
			assertThat(this.service.get(job + "/events", key("ann")).statusCode()).isEqualTo(503);
			assertThat(this.service.get("/jobs/none/events", key("bob")).statusCode()).isEqualTo(404);
			assertThat(cancel("ann", job)).isEqualTo(204);
			for (InputStream events : listening) {
				events.readAllBytes();
			}
		}
		assertThat(this.service.get(job + "/events", key("ann")).statusCode()).as("once they have gone").isEqualTo(200);
	}

	private HttpResponse<byte[]> create(String client, int count, String... headers) {
		String[] all = Stream
			.of(Stream.of(key(client)), Stream.of("Content-Type", "application/json"), Stream.of(headers))
			.flatMap((some) -> some)
			.toArray(String[]::new);
		return this.service.send(this.service.request("/jobs", all)
			.POST(BodyPublishers.ofString("{\"model\": \"peeps\", \"count\": %s}".formatted(count))));
	}

	private int cancel(String client, String job) {
		return this.service.send(this.service.request(job, key(client)).DELETE()).statusCode();
	}

	private static String location(HttpResponse<byte[]> taken) {
		assertThat(taken.statusCode()).as(new String(taken.body())).isEqualTo(202);
		return taken.headers().firstValue("Location").orElseThrow();
	}

	private static String[] key(String client) {
		return new String[] { "Authorization", "Bearer " + KeyFile.key(client) };
	}

}
