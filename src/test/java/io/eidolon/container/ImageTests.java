package io.eidolon.container;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Looks into the image while it serves. */
@ContainerTest
class ImageTests {

	@AutoClose
	private static final ServiceContainer eidolon = new ServiceContainer();

	@BeforeAll
	static void start() {
		eidolon.start();
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpg", "webp" })
	void generatesThroughItsPort(String extension) {
		var answer = eidolon.service().get("/models/peeps/samples/1." + extension);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/");
	}

	@Test
	void tellsTheEngineThatItIsHealthy() {
		await().atMost(Duration.ofMinutes(1)).until(() -> eidolon.state().getHealth().getStatus(), "healthy"::equals);
	}

	@Test
	void livesWithOneProcessorAnd768Megabytes() {
		List<CompletableFuture<Integer>> answers = Stream
			.generate(() -> eidolon.service().generateLater("{\"count\": 16, \"scale\": 4}"))
			.limit(8)
			.map((answer) -> answer.thenApply((response) -> response.statusCode()))
			.toList();
		assertThat(answers.stream().map(CompletableFuture::join)).isNotEmpty()
			.allMatch((status) -> status == 200 || status == 503);
		assertThat(eidolon.state().getOOMKilled()).isFalse();
		assertThat(eidolon.service().get("/readyz").statusCode()).isEqualTo(200);
	}

	@Test
	void runsAsNobodyInParticular() throws Exception {
		assertThat(run("id", "--user")).containsExactly("10001");
		// Models come in and probes are written while it runs.
		assertThat(run("find", "/app", "-not", "-path", "/app/models*", "-not", "-path", "/app/data*", "-writable"))
			.isEmpty();
	}

	@Test
	void holdsNothingOfTraining() throws Exception {
		assertThat(run("find", "/", "-xdev", "-type", "f")).contains("/app/eidolon.jar")
			.noneMatch((file) -> file.matches("(?i).*(pytorch|libtorch|javacpp|openblas|libmkl).*"));
	}

	@Test
	void holdsTheNativesOfOnePlatform() throws Exception {
		assertThat(run("ls", "/app/native")).containsExactly("libonnxruntime.so", "libonnxruntime4j_jni.so",
				"libwebp-imageio.so");
	}

	@Test
	void writesJpegWithTurboJpeg() throws Exception {
		eidolon.service().get("/models/peeps/samples/2.jpg");
		assertThat(run("grep", "--only-matching", "libturbojpeg", "/proc/1/maps")).contains("libturbojpeg");
	}

	@Test
	void theCommandForKeysWritesAnEntryAlone() throws Exception {
		assertThat(run("java", "@/app/java.options", "-XX:AOTCache=/app/eidolon.aot", "-jar", "/app/eidolon.jar", "key",
				"--name=web", "--scopes=edit"))
			.satisfiesExactly((line) -> assertThat(line).isEqualTo("web:"),
					(line) -> assertThat(line).matches("  sha256: [0-9a-f]{64}"),
					(line) -> assertThat(line).isEqualTo("  scopes: [edit]"));
	}

	private static List<String> run(String... command) throws IOException, InterruptedException {
		return eidolon.execInContainer(command).getStdout().lines().toList();
	}

}
