package io.eidolon.container;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.eidolon.graph.TinyGenerators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.wait.strategy.Wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Starts and ends the image, with models of its own and without. */
@ContainerTest
class LifecycleTests {

	private static final Pattern POSTS = Pattern
		.compile("requests_active_seconds_gcount\\{.*method=\"POST\".*} (\\d+)");

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
			await().until(() -> eidolon.service().get("/readyz").statusCode() == 200);
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
	void finishesWhatItTookBeforeItEnds() {
		try (ServiceContainer eidolon = new ServiceContainer()) {
			eidolon.start();
			List<CompletableFuture<HttpResponse<String>>> answers = Stream
				.generate(() -> eidolon.service().generateLater("{\"count\": 64, \"scale\": 2, \"format\": \"webp\"}"))
				.limit(3)
				.toList();
			await().until(() -> posts(eidolon) == 3);
			eidolon.terminate();
			assertThat(answers).allSatisfy((answer) -> assertThat(answer.join().statusCode()).isEqualTo(200));
			assertThat(eidolon.state().getExitCodeLong()).as("ended by SIGTERM").isEqualTo(128 + 15);
		}
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
