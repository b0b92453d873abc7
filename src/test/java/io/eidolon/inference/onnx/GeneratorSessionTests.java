package io.eidolon.inference.onnx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import io.eidolon.graph.OnnxRuntime;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.inference.Latents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

class GeneratorSessionTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "8, 1, 0", "16, 3, 0", "8, 3, 5" })
	void generatesWhatOnnxRuntimeGenerates(int side, int channels, int classes) throws Exception {
		byte[] graph = TinyGenerators.graph(side, channels, classes);
		Random random = new Random(3);
		float[] z = Latents.normal(random, 5 * TinyGenerators.DIMENSION);
		long[] labels = (classes > 0) ? random.longs(5, 0, classes).toArray() : null;
		try (GeneratorSession session = GeneratorSession.open(graph)) {
			assertThat(session.run(z, labels, 5)).containsExactly(OnnxRuntime.run(graph, z, labels, 5), within(1e-6f));
		}
	}

	@Test
	void theSignatureSaysWhatTheGraphTakesAndGives() {
		try (GeneratorSession session = GeneratorSession.open(TinyGenerators.graph(16, 3, 2))) {
			assertThat(session.signature())
				.hasToString("z float (N, 8), label int64 (N) -> image float (N, 3, 16, 16)");
		}
	}

	@Test
	void aFileOpensAsItsBytesDo() throws Exception {
		byte[] graph = TinyGenerators.graph(8, 1, 0);
		float[] z = Latents.normal(new Random(1), TinyGenerators.DIMENSION);
		Path file = Files.write(this.folder.resolve("generator.onnx"), graph);
		try (GeneratorSession fromFile = GeneratorSession.open(file);
				GeneratorSession fromBytes = GeneratorSession.open(graph)) {
			assertThat(fromFile.run(z, null, 1)).isEqualTo(fromBytes.run(z, null, 1));
		}
	}

	@Test
	void aMissingFileIsRefused() {
		Path file = this.folder.resolve("generator.onnx");
		assertThatExceptionOfType(InvalidModelException.class).isThrownBy(() -> GeneratorSession.open(file))
			.withMessage("%s is missing or cannot be read", file);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.001, 0.1, 0.5, 0.9 })
	void aTruncatedGraphIsRefusedInOneLine(double share) throws Exception {
		byte[] graph = TinyGenerators.graph(8, 1, 0);
		byte[] truncated = Arrays.copyOf(graph, (int) (share * graph.length));
		assertRefused(() -> GeneratorSession.open(truncated), "The graph cannot be loaded: ");
		Path file = Files.write(this.folder.resolve("generator.onnx"), truncated);
		assertRefused(() -> GeneratorSession.open(file), file + " cannot be loaded: ");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void aDamagedGraphIsRefusedOrRunsAndNeverCrashes(long seed) {
		byte[] graph = TinyGenerators.graph(8, 1, 0);
		Random random = new Random(seed);
		int refused = 0;
		for (int i = 0; i < 100; i++) {
			byte[] damaged = graph.clone();
			// Where the structure is: weights fill the rest, and there any bits are a
			// number.
			int position = (i % 2 == 0) ? random.nextInt(200) : damaged.length - 1 - random.nextInt(400);
			damaged[position] ^= (byte) (1 << random.nextInt(8));
			try (GeneratorSession session = GeneratorSession.open(damaged)) {
				session.run(new float[TinyGenerators.DIMENSION], null, 1);
			}
			catch (InvalidModelException | IllegalStateException ex) {
				assertThat(ex.getMessage()).hasLineCount(1);
				refused++;
			}
		}
		assertThat(refused).isPositive();
	}

	@Test
	void latentsOfAWrongLengthCannotBeRun() {
		try (GeneratorSession session = GeneratorSession.open(TinyGenerators.graph(8, 1, 0))) {
			assertThatIllegalStateException().isThrownBy(() -> session.run(new float[7], null, 1))
				.withMessageStartingWith("The graph cannot be run: ");
			assertThatIllegalStateException().isThrownBy(() -> session.run(new float[17], null, 2));
			assertThatIllegalArgumentException().isThrownBy(() -> session.run(new float[0], null, 0))
				.withMessage("count (0) must be at least 1");
		}
	}

	@Test
	void labelsAreNeededByAConditionalGraphAlone() {
		float[] z = new float[TinyGenerators.DIMENSION];
		try (GeneratorSession session = GeneratorSession.open(TinyGenerators.graph(8, 1, 2))) {
			assertThatIllegalStateException().isThrownBy(() -> session.run(z, null, 1));
		}
		try (GeneratorSession session = GeneratorSession.open(TinyGenerators.graph(8, 1, 0))) {
			assertThatIllegalStateException().isThrownBy(() -> session.run(z, new long[1], 1));
		}
	}

	@Test
	void aClosedSessionRefusesToRun() {
		GeneratorSession session = GeneratorSession.open(TinyGenerators.graph(8, 1, 0));
		session.close();
		assertThatIllegalStateException().isThrownBy(() -> session.run(new float[TinyGenerators.DIMENSION], null, 1));
	}

	private static void assertRefused(Runnable open, String message) {
		assertThatExceptionOfType(InvalidModelException.class).isThrownBy(open::run)
			.withMessageStartingWith(message)
			.extracting(Throwable::getMessage, STRING)
			.hasLineCount(1);
	}

}
