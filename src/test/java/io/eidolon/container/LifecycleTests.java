package io.eidolon.container;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import io.eidolon.graph.TinyGenerators;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.wait.strategy.Wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Starts and ends the image, with models of its own and without. */
@ContainerTest
class LifecycleTests {

	private static final Pattern POSTS = Pattern.compile("eidolon_requests_unanswered(?:\\{.*})? (\\d+)");

	@TempDir
	private Path models;

	@Test
	void isAliveButNotReadyUntilAModelHasBeenOpened() throws IOException {
		readableByAnyone(this.models);
		try (ServiceContainer eidolon = new ServiceContainer().withModels(this.models)) {
			eidolon.waitingFor(Wait.forHttp("/livez").forPort(8080));
			eidolon.start();
			assertThat(eidolon.service().get("/readyz").statusCode()).isEqualTo(503);
			TinyGenerators.write(this.models, "peeps", 8, 3);
			readableByAnyone(this.models);
			patiently().until(() -> eidolon.service().get("/readyz").statusCode() == 200);
			assertThat(eidolon.service().generate("{}").statusCode()).isEqualTo(200);
		}
	}

	@Test
	void isReadyOnlyWhenItsModelsAreWarm() {
		try (ServiceContainer eidolon = new ServiceContainer()) {
			eidolon.start();
			assertThat(eidolon.getLogs()).contains("Opened peeps", "Opened fashion");
		}
	}

	@Test
	void servesTheOthersWhereAModelIsBroken() throws IOException {
		TinyGenerators.write(this.models, "peeps", 8, 3);
		Files.writeString(this.models.resolve("broken.onnx"), "no graph");
		readableByAnyone(this.models);
		try (ServiceContainer eidolon = new ServiceContainer().withModels(this.models)) {
			eidolon.start();
			assertThat(eidolon.service().generate("{}").statusCode()).isEqualTo(200);
			assertThat(eidolon.service().generate("{\"model\": \"broken\"}").statusCode()).isGreaterThanOrEqualTo(400);
			assertThat(eidolon.management().get("/actuator/health").body()).contains("broken.onnx");
			assertThat(eidolon.service().get("/readyz").statusCode()).isEqualTo(200);
		}
	}

	@Test
	void finishesWhatItTookBeforeItEnds() throws IOException {
		try (ServiceContainer eidolon = new ServiceContainer()) {
			eidolon.start();
			try (HeldRequest first = new HeldRequest(eidolon.service());
					HeldRequest second = new HeldRequest(eidolon.service())) {
				patiently().until(() -> posts(eidolon) == 2);
				CompletableFuture<Void> end = CompletableFuture.runAsync(eidolon::terminate);
				patiently().until(() -> eidolon.getLogs().contains("Commencing graceful shutdown"));
				assertThat(end).isNotDone();
				assertThat(first.finish()).contains("200");
				assertThat(second.finish()).contains("200");
				end.join();
			}
			assertThat(eidolon.state().getExitCodeLong()).as("ended by SIGTERM").isEqualTo(128 + 15);
		}
	}

	private static ConditionFactory patiently() {
		return await().atMost(Duration.ofMinutes(1));
	}

	private static int posts(ServiceContainer eidolon) {
		return POSTS.matcher(eidolon.management().get("/actuator/prometheus").body())
			.results()
			.mapToInt((match) -> Integer.parseInt(match.group(1)))
			.sum();
	}

	private static void readableByAnyone(Path folder) throws IOException {
		Files.walkFileTree(folder, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) throws IOException {
				Files.setPosixFilePermissions(entered, PosixFilePermissions.fromString("rwxr-xr-x"));
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
				return FileVisitResult.CONTINUE;
			}

		});
	}

}
