package io.eidolon;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.eidolon.graph.TinyGenerators;
import io.eidolon.latent.LatentInput;
import io.eidolon.registry.Lease;
import io.eidolon.registry.ModelRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the service to what it promises when more is asked for than it can generate. */
@ServiceTest(properties = { ServiceTest.ONE_WORKER, ServiceTest.SHORT_QUEUE })
class FullQueueTests {

	private static final int CAPACITY = 8;

	private static final LatentInput INPUT = new LatentInput(new float[TinyGenerators.DIMENSION], 0);

	@Autowired
	ModelRegistry registry;

	@LocalServerPort
	int port;

	@Test
	@Timeout(60)
	void aFullQueueRefusesUntilThereIsRoom() throws InterruptedException {
		RunningService service = new RunningService(this.port);
		try (Lease lease = this.registry.lease("peeps", null).future().join();
				HeldWorker worker = HeldWorker.of(lease.generator())) {
			List<LatentInput> all = Stream.generate(() -> INPUT).limit(CAPACITY).toList();
			List<CompletableFuture<byte[]>> waiting = Stream.of("one", "another")
				.flatMap((client) -> lease.generator().generateAll(all, client, Duration.ofMinutes(1)).stream())
				.toList();

			HttpResponse<byte[]> refused = service.generate("{}", "image/png");
			assertThat(refused.statusCode()).isEqualTo(503);
			assertThat(refused.headers().firstValue("Retry-After")).contains("1");
			assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");

			worker.release();
			CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).join();
			assertThat(service.generate("{}", "image/png").statusCode()).isEqualTo(200);
		}
	}

	@Test
	void moreThanCanEverWaitIsAnErrorOfTheRequest() {
		RunningService service = new RunningService(this.port);
		HttpResponse<byte[]> refused = service.generate("{\"count\": 9}", "image/png");
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(RunningService.json(refused).at("/field").asString()).isEqualTo("count");
		assertThat(service.generate("{\"count\": 8}", "image/png").statusCode()).isEqualTo(200);
	}

}
