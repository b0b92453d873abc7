package io.eidolon.inference.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.eidolon.graph.ForeignGenerators;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.inference.onnx.InvalidModelException;
import io.eidolon.modelcard.InvalidModelCardException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that any bytes are the graph of a generator, or refused in one line, and so its
 * card. Without {@code JAZZER_FUZZ=1} the seeds and what was found before are read; with it
 * others are sought.
 */
class ModelBytesTests {

	@TempDir
	static Path folder;

	@MethodSource("graphs")
	@FuzzTest(maxDuration = "1h")
	void anyBytesAreAGraphOrRefused(byte[] bytes) throws IOException {
		Path file = Files.write(folder.resolve("x.onnx"), bytes);
		Files.deleteIfExists(folder.resolve("model.json"));
		read(file);
	}

	@MethodSource("cards")
	@FuzzTest(maxDuration = "1h")
	void anyBytesAreACardOrRefused(byte[] bytes) throws IOException {
		Path file = Files.write(folder.resolve("x.onnx"), TinyGenerators.graph(16, 3, 4));
		Files.write(folder.resolve("model.json"), bytes);
		read(file);
	}

	private static void read(Path file) {
		try {
			CanonicalModel model = CanonicalModel.read(new ModelSource(folder, file, "x", null));
			assertThat(model.graph()).isNotNull();
		}
		catch (InvalidGraphException | InvalidModelException | InvalidModelCardException ex) {
			assertThat(ex.getMessage()).hasLineCount(1).hasSizeLessThan(2000);
		}
	}

	static Stream<byte[]> graphs() {
		return Stream.concat(Stream.of(TinyGenerators.graph(16, 3, 4)),
				ForeignGenerators.all().values().stream().limit(4).map((model) -> model.toByteArray()));
	}

	static Stream<byte[]> cards() {
		return Stream.of("""
				{"name": "x", "version": "1", "title": "X", "image": {"width": 16, "height": 16, "channels": 3},
				 "latent": {"dimension": 8, "distribution": "standard-normal"}, "classes": ["a", "b"],
				 "inputs": {"latent": "z"}, "files": {"generator.onnx": "00"}}""", "{}", "[]", "null")
			.map((json) -> json.getBytes(StandardCharsets.UTF_8));
	}

}
