package io.eidolon.training.anomaly;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CoresetTests {

	@Test
	void everyClusterIsRememberedHoweverFewAreInIt() {
		List<float[]> vectors = new ArrayList<>();
		Random random = new Random(1);
		for (int i = 0; i < 500; i++) {
			vectors.add(around(0, random));
		}
		vectors.add(around(10, random));
		vectors.add(around(-10, random));
		List<float[]> chosen = Coreset.of(vectors, 3, random, () -> {
		});
		assertThat(chosen).extracting((vector) -> Math.round(vector[0] / 10)).containsExactlyInAnyOrder(0, 1, -1);
	}

	@Test
	void fewVectorsAreAllRemembered() {
		List<float[]> vectors = List.of(new float[] { 1 }, new float[] { 2 });
		assertThat(Coreset.of(vectors, 5, new Random(1), () -> {
		})).isEqualTo(vectors);
	}

	@Test
	void aStopEndsTheChoice() {
		List<float[]> vectors = List.of(new float[] { 1 }, new float[] { 2 }, new float[] { 3 });
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> Coreset.of(vectors, 2, new Random(1), () -> {
				throw new IllegalStateException("stopped");
			}));
	}

	private static float[] around(float centre, Random random) {
		float[] vector = new float[8];
		for (int i = 0; i < vector.length; i++) {
			vector[i] = centre + 0.1f * (float) random.nextGaussian();
		}
		return vector;
	}

}
