package io.eidolon.latent;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class LatentsTests {

	@ParameterizedTest
	@MethodSource("golden")
	void aSeedSamplesTheLatentThatNumpySamples(Seed seed, float[] z) {
		assertThat(Latents.sample(seed, z.length)).isEqualTo(z);
	}

	// Written by latents.py, which lies beside it.
	static Stream<Object[]> golden() throws IOException, URISyntaxException {
		URL file = LatentsTests.class.getResource("/golden/latents.csv");
		return Files.readAllLines(Path.of(file.toURI()))
			.stream()
			.map((line) -> line.split(","))
			.map((fields) -> new Object[] { new Seed(Long.parseLong(fields[0])), floats(fields) });
	}

	private static float[] floats(String[] fields) {
		float[] z = new float[fields.length - 1];
		for (int i = 0; i < z.length; i++) {
			z[i] = Float.parseFloat(fields[i + 1]);
		}
		return z;
	}

	@Test
	void aLongLatentStartsWithTheShorterOneOfItsSeed() {
		float[] z = Latents.sample(new Seed(7), 64);
		for (int dimension = 1; dimension <= z.length; dimension++) {
			assertThat(Latents.sample(new Seed(7), dimension)).containsExactly(Arrays.copyOf(z, dimension));
		}
	}

	@Test
	void latentsAreStandardNormal() {
		int count = 100_000;
		double sum = 0;
		double squares = 0;
		for (float x : Latents.sample(new Seed(11), count)) {
			sum += x;
			squares += x * x;
		}
		assertThat(sum / count).isCloseTo(0, within(0.01));
		assertThat(squares / count).isCloseTo(1, within(0.02));
	}

	@Test
	void aLatentWithoutComponentsIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Latents.sample(new Seed(0), 0))
			.withMessage("dimension (0) must be at least 1");
	}

	@Test
	void consecutiveSeedsFillTheRowsOfABatch() {
		float[] batch = Latents.sample(new Seed(7), 3, 5);
		for (int i = 0; i < 3; i++) {
			assertThat(Arrays.copyOfRange(batch, 5 * i, 5 * i + 5)).isEqualTo(Latents.sample(new Seed(7 + i), 5));
		}
	}

}
