package io.eidolon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import io.eidolon.graph.TinyGenerators;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import tools.jackson.databind.JsonNode;

import static io.eidolon.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds replicas that share PostgreSQL and a folder to each seed once, whoever is killed.
 */
@Tag("container")
@Timeout(3600)
class JobReplicasTests {

	/** A million by -Djobs.pictures=1000000, as docs/jobs.md has it. */
	private static final int PICTURES = Integer.getInteger("jobs.pictures", 30_000);

	private static final int SHARDS = 100;

	private static final int KILLS = 3;

	private static final String PASSWORD = "secret";

	private static final int PORT = 5432;

	@TempDir
	private Path folder;

	private final GenericContainer<?> database = new GenericContainer<>("postgres:17")
		.withEnv("POSTGRES_PASSWORD", PASSWORD)
		.withExposedPorts(PORT)
		.waitingFor(Wait.forLogMessage(".*ready to accept connections.*", 2));

	private final List<ServiceProcess> replicas = new ArrayList<>();

	@BeforeEach
	void start() {
		TinyGenerators.write(this.folder.resolve("models"), "peeps", 8, 1);
		this.database.start();
	}

	@AfterEach
	void stop() {
		this.replicas.forEach(ServiceProcess::close);
		this.database.stop();
	}

	@Test
	void aJobHasEachSeedOnceThoughReplicasAreKilledInItsMidst() throws Exception {
		this.replicas.add(replica());
		this.replicas.add(replica());
		String job = create(this.replicas.getFirst().service());
		for (int kill = 1; kill <= KILLS; kill++) {
			awaitDone(job, kill * PICTURES / (KILLS + 2));
			this.replicas.removeFirst().close();
			this.replicas.add(replica());
		}
		JsonNode now = awaitDone(job, PICTURES);
		while (now.at("/state").asString().equals("running")) {
			now = awaitDone(job, PICTURES);
		}
		assertThat(now.at("/state").asString()).isEqualTo("done");
		assertThat(JobArchives.seeds(this.folder.resolve(job.substring(1))))
			.containsExactlyElementsOf(LongStream.range(0, PICTURES).boxed().toList());
	}

	private ServiceProcess replica() {
		try {
			return ServiceProcess.start(this.folder.resolve("log"),
					List.of("--eidolon.models.path=" + this.folder.resolve("models"),
							"--eidolon.jobs.path=" + this.folder.resolve("jobs"),
							"--eidolon.jobs.shard-size=" + PICTURES / SHARDS, "--eidolon.jobs.lease=4s",
							"--eidolon.jobs.database.username=postgres", "--eidolon.jobs.database.password=" + PASSWORD,
							"--eidolon.jobs.database.url=jdbc:postgresql://%s:%s/postgres"
								.formatted(this.database.getHost(), this.database.getMappedPort(PORT))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String create(RunningService service) throws InterruptedException {
		while (true) {
			try {
				HttpResponse<byte[]> taken = service.send(service.request("/jobs", "Content-Type", "application/json")
					.POST(BodyPublishers.ofString("{\"seed\": 0, \"count\": %s}".formatted(PICTURES))));
				if (taken.statusCode() == 202) {
					return taken.headers().firstValue("Location").orElseThrow();
				}
			}
			catch (UncheckedIOException ex) {
				// It does not listen yet.
			}
			assertThat(this.replicas).allMatch(ServiceProcess::isAlive);
			Thread.sleep(200);
		}
	}

	/** Waits until any replica says that so many pictures are there. */
	private JsonNode awaitDone(String job, int pictures) throws InterruptedException {
		while (true) {
			for (ServiceProcess replica : this.replicas) {
				try {
					HttpResponse<byte[]> answer = replica.service().get(job);
					if (answer.statusCode() == 200 && json(answer).at("/done").asInt() >= pictures) {
						return json(answer);
					}
				}
				catch (UncheckedIOException ex) {
					// It does not listen yet.
				}
			}
			Thread.sleep(100);
		}
	}

}
