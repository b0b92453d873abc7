package io.eidolon;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.eidolon.graph.TinyGenerators;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Serves models that an object store holds. */
@Timeout(180)
class ObjectStoreTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path source;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path cache;

	@SuppressWarnings("NullAway.Init")
	private S3Mock store;

	@BeforeEach
	void fillTheStore() throws IOException {
		this.store = S3Mock.start();
		put("peeps", 8);
	}

	@AfterEach
	void stopTheStore() {
		this.store.close();
	}

	@Test
	void modelsComeChangeAndOutliveTheStore() throws Exception {
		try (ConfigurableApplicationContext context = start()) {
			RunningService service = service(context, "local.server.port");
			assertThat(width(service, "peeps")).isEqualTo(8);

			put("peeps", 16);
			put("fresh", 32);
			await(() -> width(service, "peeps") == 16 && width(service, "fresh") == 32);

			this.store.close();
			RunningService management = service(context, "local.management.port");
			await(() -> !health(management, "store").isEmpty());
			assertThat(health(management, "store")).contains("s3://gans/prod/ cannot be read");
			assertThat(service.get("/readyz").statusCode()).isEqualTo(200);
			assertThat(service.generate("{\"model\": \"fresh\"}", "image/png").statusCode()).isEqualTo(200);
		}
		try (ConfigurableApplicationContext context = start()) {
			assertThat(width(service(context, "local.server.port"), "peeps")).isEqualTo(16);
		}
	}

	private void put(String model, int side) throws IOException {
		this.store.put("prod/", TinyGenerators.write(this.source, model, side, 3), this.source);
	}

	private ConfigurableApplicationContext start() {
		return SpringApplication.run(EidolonApplication.class, "--server.port=0", "--management.server.port=0",
				"--eidolon.models.path=s3://gans/prod", "--eidolon.models.cache=" + this.cache,
				"--eidolon.models.refresh=100ms", "--eidolon.models.s3.endpoint=" + this.store.endpoint(),
				"--eidolon.models.s3.refresh=200ms", "--eidolon.models.s3.timeout=5s",
				"--eidolon.models.s3.access-key=key", "--eidolon.models.s3.secret-key=secret");
	}

	private static RunningService service(ConfigurableApplicationContext context, String port) {
		return new RunningService(Integer.parseInt(String.valueOf(context.getEnvironment().getProperty(port))));
	}

	/** The width of a model's pictures, 0 when it does not serve. */
	private static int width(RunningService service, String model) {
		return RunningService.json(service.get("/models/" + model)).at("/image/width").asInt(0);
	}

	private static String health(RunningService management, String detail) {
		return RunningService.json(management.get("/actuator/health"))
			.at("/components/models/details/" + detail)
			.asString("");
	}

	private static void await(BooleanSupplier condition) throws InterruptedException {
		while (!condition.getAsBoolean()) {
			Thread.sleep(Duration.ofMillis(50)); // until the test's time is over
		}
	}

}
