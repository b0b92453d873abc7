package io.eidolon;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import io.eidolon.graph.TinyGenerators;
import io.eidolon.registry.Lease;
import io.eidolon.registry.ModelRegistry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the service to finishing what it took. */
class GracefulStopTests {

	@TempDir
	private Path models;

	@Test
	@Timeout(60)
	void aRequestThatWaitsForItsPictureIsAnsweredThoughTheServiceStops() throws Exception {
		TinyGenerators.write(this.models, "peeps", 8, 3);
		ConfigurableApplicationContext context = SpringApplication.run(EidolonApplication.class, "--server.port=0",
				"--management.server.port=0", "--eidolon.inference.workers=1", "--eidolon.models.path=" + this.models);
		RunningService service = new RunningService(
				Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port"))));
		CountDownLatch stopping = new CountDownLatch(1);
		context.addApplicationListener((ContextClosedEvent _) -> stopping.countDown());
		try (Lease lease = context.getBean(ModelRegistry.class).lease("peeps", null).future().join();
				HeldWorker worker = HeldWorker.of(lease.generator())) {
			CompletableFuture<HttpResponse<byte[]>> answer = CompletableFuture
				.supplyAsync(() -> service.generate("{\"model\": \"peeps\"}", "image/png"));
			Gauge waiting = context.getBean(MeterRegistry.class)
				.get("eidolon.queue.depth")
				.tag("model", "peeps")
				.gauge();
			while (waiting.value() < 1) {
				Thread.onSpinWait();
			}
			Thread.startVirtualThread(context::close);
			stopping.await();
			assertThat(answer).isNotDone();
			worker.release();
			assertThat(answer.get().statusCode()).isEqualTo(200);
		}
	}

}
