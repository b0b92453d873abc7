package io.eidolon;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.LongStream;

import io.eidolon.graph.TinyGenerators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static io.eidolon.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

/** Holds jobs to going on where they were when the service stopped. */
class JobRestartTests {

	private static final int PICTURES = 4000;

	@TempDir
	private Path folder;

	@BeforeEach
	void writeModel() {
		TinyGenerators.write(this.folder.resolve("models"), "peeps", 8, 1);
	}

	@Test
	@Timeout(120)
	void aJobGoesOnAfterARestartAndHasEachSeedOnce() throws Exception {
		String job;
		try (ConfigurableApplicationContext first = start()) {
			RunningService service = service(first);
			job = create(service);
			while (json(service.get(job)).at("/done").asInt() < 100) {
				Thread.sleep(5);
			}
		}
		try (ConfigurableApplicationContext second = start()) {
			RunningService service = service(second);
			HttpResponse<byte[]> begun = service.get(job);
			while (begun.statusCode() == 503) {
				Thread.sleep(20);
				begun = service.get(job);
			}
			assertThat(json(begun).at("/done").asInt()).isPositive();
			JsonNode now = json(begun);
			while (now.at("/state").asString().equals("running")) {
				Thread.sleep(20);
				now = json(service.get(job));
			}
			assertThat(now.at("/state").asString()).isEqualTo("done");
		}
		assertThat(JobArchives.seeds(this.folder.resolve(job.substring(1))))
			.containsExactlyElementsOf(LongStream.range(0, PICTURES).boxed().toList());
	}

	private ConfigurableApplicationContext start() {
		return SpringApplication.run(EidolonApplication.class, "--server.port=0", "--management.server.port=0",
				"--eidolon.models.path=" + this.folder.resolve("models"),
				"--eidolon.jobs.path=" + this.folder.resolve("jobs"), "--eidolon.jobs.shard-size=100");
	}

	private static RunningService service(ConfigurableApplicationContext context) {
		return new RunningService(
				Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port"))));
	}

	private static String create(RunningService service) throws InterruptedException {
		HttpResponse<byte[]> taken;
		do {
			Thread.sleep(20);
			taken = service.send(service.request("/jobs", "Content-Type", "application/json")
				.POST(BodyPublishers.ofString("{\"seed\": 0, \"count\": %s}".formatted(PICTURES))));
		}
		while (taken.statusCode() == 503);
		return taken.headers().firstValue("Location").orElseThrow();
	}

}
