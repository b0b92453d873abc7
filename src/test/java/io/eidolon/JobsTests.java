package io.eidolon;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.web.server.LocalServerPort;

import static io.eidolon.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

/** Work that outlives a request, as its clients see it. */
@ServiceTest(properties = { "eidolon.jobs.path=${java.io.tmpdir}/eidolon-jobs-${random.uuid}",
		"eidolon.jobs.shard-size=10", "eidolon.jobs.max-pictures=1000000", "eidolon.jobs.max-bytes=100MB",
		"eidolon.jobs.max-per-client=4", "eidolon.generation.pixels-in-flight=600000" })
@Timeout(120)
class JobsTests {

	private RunningService service;

	@BeforeEach
	void awaitJobs(@LocalServerPort int port) throws InterruptedException {
		this.service = new RunningService(port);
		while (this.service.get("/jobs").statusCode() == 503) {
			Thread.sleep(20);
		}
	}

	@Test
	void aJobIsTakenAtOnceAndEndsInArchivesOfEachSeedOnce() throws Exception {
		HttpResponse<byte[]> taken = create("{\"model\": \"fashion\", \"seed\": 5, \"toSeed\": 29}");
		assertThat(taken.statusCode()).isEqualTo(202);
		assertThat(taken.headers().firstValue("Location")).hasValue("/jobs/" + json(taken).at("/id").asString());
		JsonNode done = await(taken);
		assertThat(done.at("/state").asString()).isEqualTo("done");
		assertThat(done.at("/done").asInt()).isEqualTo(25);
		assertThat(done.at("/picturesPerSecond").asDouble()).isPositive();
		assertThat(done.has("secondsLeft")).isFalse();
		JsonNode manifest = json(this.service.get(done.at("/manifest").asString()));
		assertThat(manifest.at("/request/model").asString()).isEqualTo("fashion");
		assertThat(manifest.at("/request/version").asString()).isEqualTo(done.at("/version").asString());
		assertThat(manifest.at("/shards").valueStream().map((shard) -> shard.at("/count").asInt())).containsExactly(10,
				10, 5);
		long seed = 5;
		int index = 0;
		for (JsonNode result : done.at("/results")) {
			byte[] archive = this.service.get(result.at("/href").asString()).body();
			assertThat(JobArchives.sha256(archive)).isEqualTo(result.at("/sha256").asString());
			Map<String, byte[]> files = JobArchives.tar(new ByteArrayInputStream(archive));
			List<String> names = List.copyOf(files.keySet());
			for (int i = 0; i < names.size(); i += 2) {
				String name = "%06d".formatted(index++);
				assertThat(names.subList(i, i + 2)).containsExactly(name + ".png", name + ".json");
				JsonNode origin = JsonMapper.shared().readTree(files.get(name + ".json"));
				assertThat(origin.at("/seed").asLong()).isEqualTo(seed++);
				assertThat(origin.at("/label").asString()).isNotEmpty();
			}
		}
		assertThat(seed).isEqualTo(30);
	}

	@Test
	void aPictureOfAJobIsThatOfARequest() throws Exception {
		JsonNode done = await(create("{\"model\": \"peeps\", \"seed\": 7, \"count\": 1, \"truncation\": 0.5}"));
		Map<String, byte[]> files = JobArchives
			.tar(new ByteArrayInputStream(this.service.get(done.at("/results/0/href").asString()).body()));
		JsonNode single = json(
				this.service.generate("{\"model\": \"peeps\", \"seed\": 7, \"truncation\": 0.5}", "application/json"));
		assertThat(files.get("000000.png"))
			.isEqualTo(Base64.getDecoder().decode(single.at("/pictures/0/data").asString()));
	}

	@Test
	void picturesTakeLabelsInTurnAndZipArchivesHoldTheSame() throws Exception {
		JsonNode done = await(
				create("{\"model\": \"fashion\", \"count\": 12, \"labels\": [\"Bag\", 3], \"archive\": \"zip\"}"));
		List<String> labels = done.at("/results").valueStream().flatMap(this::zipped).toList();
		assertThat(labels)
			.containsExactlyElementsOf(IntStream.range(0, 12).mapToObj((i) -> (i % 2 == 0) ? "Bag" : "Dress").toList());
	}

	private Stream<String> zipped(JsonNode result) {
		try {
			return JobArchives.zip(new ByteArrayInputStream(this.service.get(result.at("/href").asString()).body()))
				.entrySet()
				.stream()
				.filter((file) -> file.getKey().endsWith(".json"))
				.map((file) -> JsonMapper.shared().readTree(file.getValue()).at("/label").asString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void aWalkMayHaveMoreFramesThanAnAnswer() throws Exception {
		JsonNode done = await(
				create("{\"model\": \"peeps\", \"count\": 125, \"walk\": {\"seeds\": [1, 2]}, \"format\": \"webp\"}"));
		assertThat(done.at("/state").asString()).isEqualTo("done");
		assertThat(done.at("/results").size()).isEqualTo(13);
		assertThat(done.has("seed")).isFalse();
	}

	@Test
	void framesOfAWalkLeadFromItsFirstSeedToItsLast() throws Exception {
		List<String> frames = frames("{\"model\": \"peeps\", \"count\": 25, \"walk\": {\"seeds\": [1, 2]}}");
		assertThat(frames).hasSize(25).doesNotHaveDuplicates();
		assertThat(frames.getFirst()).isEqualTo(pixels(this.service.get("/models/peeps/samples/1.png").body()));
		assertThat(frames.getLast()).isEqualTo(pixels(this.service.get("/models/peeps/samples/2.png").body()));
	}

	@Test
	void framesOfAWalkThatTakeLabelsInTurnKeepTheirPlaces() throws Exception {
		String walk = "{\"model\": \"fashion\", \"count\": 6, \"walk\": {\"seeds\": [1, 2]}, \"labels\": [%s]}";
		List<String> turns = frames(walk.formatted("\"Bag\", \"Dress\""));
		List<String> bags = frames(walk.formatted("\"Bag\""));
		List<String> dresses = frames(walk.formatted("\"Dress\""));
		assertThat(turns).containsExactly(bags.get(0), dresses.get(1), bags.get(2), dresses.get(3), bags.get(4),
				dresses.get(5));
	}

	private List<String> frames(String walk) throws Exception {
		List<String> frames = new ArrayList<>();
		for (JsonNode result : await(create(walk)).at("/results")) {
			byte[] archive = this.service.get(result.at("/href").asString()).body();
			for (Map.Entry<String, byte[]> file : JobArchives.tar(new ByteArrayInputStream(archive)).entrySet()) {
				if (file.getKey().endsWith(".png")) {
					frames.add(pixels(file.getValue()));
				}
			}
		}
		return frames;
	}

	private static String pixels(byte[] png) throws IOException {
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
		return Arrays.toString(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
	}

	@Test
	void theSameKeyAndRequestAreTheSameJob() {
		String key = UUID.randomUUID().toString();
		String body = "{\"model\": \"peeps\", \"count\": 3}";
		HttpResponse<byte[]> first = create(body, "Idempotency-Key", key);
		HttpResponse<byte[]> again = create(body, "Idempotency-Key", key);
		assertThat(again.statusCode()).isEqualTo(202);
		assertThat(json(again).at("/id")).isEqualTo(json(first).at("/id"));
		HttpResponse<byte[]> other = create("{\"model\": \"peeps\", \"count\": 4}", "Idempotency-Key", key);
		assertThat(other.statusCode()).isEqualTo(422);
		assertThat(json(other).at("/type").asString()).isEqualTo("urn:eidolon:problem:reused-idempotency-key");
	}

	@Test
	void aCancelledJobRunsNoMoreAndItsFilesAreGone() throws Exception {
		HttpResponse<byte[]> taken = create("{\"model\": \"peeps\", \"count\": 20000}");
		String job = taken.headers().firstValue("Location").orElseThrow();
		assertThat(this.service.send(this.service.request(job).DELETE()).statusCode()).isEqualTo(204);
		assertThat(this.service.send(this.service.request(job).DELETE()).statusCode()).isEqualTo(204);
		JsonNode cancelled = json(this.service.get(job));
		assertThat(cancelled.at("/state").asString()).isEqualTo("cancelled");
		assertThat(cancelled.at("/results")).isEmpty();
		assertThat(this.service.get(job + "/results/shard-000000.tar").statusCode()).isEqualTo(404);
	}

	@Test
	void eventsTellOfAJobUntilItIsDone() {
		HttpResponse<byte[]> taken = create("{\"model\": \"peeps\", \"count\": 30}");
		String job = taken.headers().firstValue("Location").orElseThrow();
		HttpResponse<byte[]> events = this.service.get(job + "/events", "Accept", "text/event-stream");
		assertThat(events.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
		assertThat(new String(events.body(), StandardCharsets.UTF_8)).contains("event: done\ndata: {")
			.contains("\"done\":30");
	}

	@Test
	void jobsAreListedTheNewestFirst() {
		String first = json(create("{\"model\": \"peeps\", \"count\": 1}")).at("/id").asString();
		String second = json(create("{\"model\": \"peeps\", \"count\": 1}")).at("/id").asString();
		assertThat(json(this.service.get("/jobs?limit=2")).at("/jobs")
			.valueStream()
			.map((job) -> job.at("/id").asString())).containsExactly(second, first);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{}                                                    | 400 | count
			{"count": 0}                                          | 400 | count
			{"count": 1000001}                                    | 400 | count
			{"seed": 5, "toSeed": 4}                              | 400 | toSeed
			{"seed": 4294967295, "count": 2}                      | 400 | seed
			{"count": 2, "seed": 1, "toSeed": 5}                  | 400 | count
			{"model": "peeps", "count": 2, "labels": ["Bag"]}     | 400 | labels
			{"model": "fashion", "count": 2, "labels": ["Bag", "Hat"]} | 400 | labels
			{"model": "peeps", "count": 2, "prompts": ["man"]}    | 400 | prompts[0]
			{"model": "peeps-text", "count": 2, "prompts": ["man", " "]} | 400 | prompts[1]
			{"model": "peeps", "count": 2, "walk": {"seeds": []}} | 400 | walk.seeds
			{"model": "peeps", "count": 2, "walk": {"seeds": [1]}} | 400 | walk.seeds
			{"model": "peeps", "count": 1, "walk": {"seeds": [1, 2]}} | 400 | count
			{"model": "peeps", "count": 2, "seed": 1, "walk": {"seeds": [1, 2]}} | 400 | seed
			{"model": "none", "count": 2}                         | 404 | model
			""")
	void whatCannotBeGeneratedIsRefused(String body, int status, String field) {
		HttpResponse<byte[]> refused = create(body);
		assertThat(refused.statusCode()).as(new String(refused.body(), StandardCharsets.UTF_8)).isEqualTo(status);
		assertThat(json(refused).at("/field").asString()).isEqualTo(field);
	}

	@Test
	void aJobThatWouldFindNoRoomIsRefused() {
		HttpResponse<byte[]> refused = create("{\"model\": \"peeps\", \"count\": 1000000}");
		assertThat(refused.statusCode()).isEqualTo(507);
		assertThat(json(refused).at("/type").asString()).isEqualTo("urn:eidolon:problem:no-room");
	}

	@Test
	void jobsThatTogetherWouldFindNoRoomAreRefused() {
		String job = "{\"model\": \"peeps\", \"count\": 20000}";
		HttpResponse<byte[]> first = create(job);
		assertThat(first.statusCode()).isEqualTo(202);
		HttpResponse<byte[]> second = create(job);
		this.service.send(this.service.request(first.headers().firstValue("Location").orElseThrow()).DELETE());
		assertThat(second.statusCode()).isEqualTo(507);
	}

	@Test
	void picturesMayBeAsLargeAsThoseOfARequest() throws Exception {
		JsonNode done = await(create("{\"model\": \"peeps\", \"count\": 12, \"scale\": 8}"));
		assertThat(done.at("/state").asString()).as(done.toString()).isEqualTo("done");
	}

	@Test
	void aClientMayHaveSoManyJobsAndNoMore() throws Exception {
		List<HttpResponse<byte[]>> taken = IntStream.range(0, 5)
			.mapToObj((_) -> create("{\"model\": \"peeps\", \"count\": 2000}"))
			.toList();
		assertThat(taken.stream().map(HttpResponse::statusCode)).startsWith(202, 202).contains(429);
		for (HttpResponse<byte[]> job : taken) {
			job.headers()
				.firstValue("Location")
				.ifPresent((at) -> this.service.send(this.service.request(at).DELETE()));
		}
	}

	@Test
	void thereIsNoJobOfAnotherName() {
		for (String path : List.of("/jobs/none", "/jobs/none/events", "/jobs/none/results/manifest.json")) {
			HttpResponse<byte[]> unknown = this.service.get(path);
			assertThat(unknown.statusCode()).isEqualTo(404);
			assertThat(json(unknown).at("/type").asString()).isEqualTo("urn:eidolon:problem:unknown-job");
		}
	}

	private HttpResponse<byte[]> create(String body, String... headers) {
		return this.service.send(
				this.service
					.request("/jobs",
							Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(headers))
								.toArray(String[]::new))
					.POST(BodyPublishers.ofString(body)));
	}

	private JsonNode await(HttpResponse<byte[]> taken) throws InterruptedException {
		assertThat(taken.statusCode()).as(new String(taken.body(), StandardCharsets.UTF_8)).isEqualTo(202);
		String job = taken.headers().firstValue("Location").orElseThrow();
		JsonNode now = json(this.service.get(job));
		while (List.of("waiting", "running").contains(now.at("/state").asString())) {
			Thread.sleep(20);
			now = json(this.service.get(job));
		}
		return now;
	}

}
