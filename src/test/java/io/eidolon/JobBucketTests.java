package io.eidolon;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.eidolon.graph.TinyGenerators;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static io.eidolon.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

/** Jobs whose results an object store keeps. */
@Timeout(300)
class JobBucketTests {

	private static final int PICTURES = 45;

	@SuppressWarnings("NullAway.Init")
	private static S3Mock store;

	@TempDir
	private Path folder;

	@BeforeAll
	static void start() throws IOException {
		store = S3Mock.start();
	}

	@AfterAll
	static void stop() {
		store.close();
	}

	@BeforeEach
	void writeModel() {
		TinyGenerators.write(this.folder.resolve("models"), "peeps", 8, 1);
	}

	@Test
	void resultsAreInTheStoreAndComeThroughTheServiceUntilTheJobIsDeleted() throws Exception {
		try (ConfigurableApplicationContext context = serve(store)) {
			RunningService service = service(context);
			String job = create(service, PICTURES);
			JsonNode done = await(service, job);
			String prefix = "results" + job.substring("/jobs".length()) + "/";
			assertThat(done.at("/state").asString()).as(done.toString()).isEqualTo("done");
			assertThat(done.at("/location").asString()).isEqualTo("s3://gans/" + prefix);
			assertThat(keys(prefix)).containsExactlyInAnyOrder(prefix + "manifest.json", prefix + "shard-000000.tar",
					prefix + "shard-000001.tar", prefix + "shard-000002.tar", prefix + "shard-000003.tar",
					prefix + "shard-000004.tar");
			assertThat(store.unfinished()).noneMatch((key) -> key.startsWith(prefix));
			assertThat(seeds(prefix, "manifest.json"))
				.containsExactlyElementsOf(LongStream.range(0, PICTURES).boxed().toList());

			byte[] whole = store.get(prefix + "shard-000001.tar");
			String href = job + "/results/shard-000001.tar";
			assertThat(service.get(href).body()).isEqualTo(whole);
			HttpResponse<byte[]> part = service.get(href, "Range", "bytes=700-1499");
			assertThat(part.statusCode()).isEqualTo(206);
			assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, 700, 1500));

			assertThat(service.send(service.request(job).DELETE()).statusCode()).isEqualTo(204);
			assertThat(keys(prefix)).isEmpty();
			assertThat(service.get(href).statusCode()).isEqualTo(404);
		}
	}

	@Test
	void aJobGoesOnAfterItsProcessWasKilled() throws Exception {
		String job;
		try (ServiceProcess first = ServiceProcess.start(this.folder.resolve("log"), settings(store))) {
			job = create(first.service(), 300);
			while (json(first.service().get(job)).at("/results").size() < 3) {
				Thread.sleep(20);
			}
		}
		// As the process leaves it that ends between the upload and the row
		String prefix = "results" + job.substring("/jobs".length()) + "/";
		store.put(prefix + "shard-000029.tar", new byte[] { 1, 2, 3 });
		try (ServiceProcess second = ServiceProcess.start(this.folder.resolve("log"), settings(store))) {
			awaitService(second.service());
			JsonNode done = await(second.service(), job);
			assertThat(done.at("/state").asString()).as(done.toString()).isEqualTo("done");
		}
		assertThat(seeds(prefix, "manifest.json")).containsExactlyElementsOf(LongStream.range(0, 300).boxed().toList());
	}

	@Test
	void whatIsAwayIsAnsweredWith503() throws Exception {
		S3Mock leaving = S3Mock.start();
		try (ConfigurableApplicationContext context = serve(leaving)) {
			RunningService service = service(context);
			String job = create(service, PICTURES);
			await(service, job);
			leaving.close();
			assertThat(service.get(job).statusCode()).isEqualTo(200);
			assertThat(service.get(job + "/results/manifest.json").statusCode()).isEqualTo(503);
			assertThat(service.send(service.request(job).DELETE()).statusCode()).isEqualTo(503);
		}
	}

	@Test
	void aRangeIsGeneratedIntoTheStoreAndWhatIsThereIsKept() {
		generateRange();
		byte[] manifest = store.get("range/manifest-00000.json");
		generateRange();
		JsonNode shards = JsonMapper.shared().readTree(store.get("range/manifest-00000.json")).at("/shards");
		assertThat(shards).isEqualTo(JsonMapper.shared().readTree(manifest).at("/shards"));
		assertThat(seeds("range/", "manifest-00000.json"))
			.containsExactlyElementsOf(LongStream.range(0, PICTURES).boxed().toList());
	}

	private static List<String> keys(String prefix) {
		return store.keys().stream().filter((key) -> key.startsWith(prefix)).toList();
	}

	private void generateRange() {
		SpringApplication application = new SpringApplication(EidolonApplication.class);
		application.addListeners(new WithoutWeb());
		List<String> arguments = new ArrayList<>(settings(store));
		arguments.addAll(List.of("--eidolon.job.count=" + PICTURES, "--eidolon.job.output=s3://gans/range"));
		application.run(arguments.toArray(String[]::new)).close();
	}

	private ConfigurableApplicationContext serve(S3Mock kept) {
		return SpringApplication.run(EidolonApplication.class,
				Stream.concat(settings(kept).stream(), Stream.of("--server.port=0", "--management.server.port=0"))
					.toArray(String[]::new));
	}

	private List<String> settings(S3Mock kept) {
		return List.of("--eidolon.models.path=" + this.folder.resolve("models"),
				"--eidolon.jobs.path=" + this.folder.resolve("jobs"), "--eidolon.jobs.results=s3://gans/results",
				"--eidolon.jobs.shard-size=10", "--eidolon.jobs.s3.endpoint=" + kept.endpoint(),
				"--eidolon.jobs.s3.access-key=key", "--eidolon.jobs.s3.secret-key=secret", "--eidolon.jobs.lease=2s");
	}

	private static RunningService service(ConfigurableApplicationContext context) throws InterruptedException {
		RunningService service = new RunningService(
				Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port"))));
		awaitService(service);
		return service;
	}

	private static void awaitService(RunningService service) throws InterruptedException {
		while (true) {
			try {
				if (service.get("/jobs").statusCode() == 200) {
					return;
				}
			}
			catch (UncheckedIOException ex) {
				// It does not listen yet.
			}
			Thread.sleep(50);
		}
	}

	private static String create(RunningService service, int pictures) throws InterruptedException {
		awaitService(service);
		HttpResponse<byte[]> taken = service.send(service.request("/jobs", "Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"seed\": 0, \"count\": %s}".formatted(pictures))));
		assertThat(taken.statusCode()).as(new String(taken.body())).isEqualTo(202);
		return taken.headers().firstValue("Location").orElseThrow();
	}

	private static JsonNode await(RunningService service, String job) throws InterruptedException {
		JsonNode now = json(service.get(job));
		while (List.of("waiting", "running").contains(now.at("/state").asString())) {
			Thread.sleep(20);
			now = json(service.get(job));
		}
		return now;
	}

	/**
	 * The seeds of all pictures in the order of a manifest, whose sums are those of the
	 * objects.
	 */
	private static List<Long> seeds(String prefix, String manifest) {
		List<Long> seeds = new ArrayList<>();
		JsonNode shards = JsonMapper.shared().readTree(store.get(prefix + manifest)).at("/shards");
		for (JsonNode shard : shards) {
			byte[] archive = store.get(prefix + shard.at("/file").asString());
			assertThat(JobArchives.sha256(archive)).isEqualTo(shard.at("/sha256").asString());
			try {
				JobArchives.tar(new ByteArrayInputStream(archive)).forEach((name, file) -> {
					if (name.endsWith(".json")) {
						seeds.add(JsonMapper.shared().readTree(file).at("/seed").asLong());
					}
				});
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return seeds;
	}

}
