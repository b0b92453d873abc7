package io.eidolon.training.anomaly;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.eidolon.anomaly.DetectorMethod;
import io.eidolon.inference.gradient.FeatureExtractor;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PatchNetworkTests {

	private static final int SIDE = 64;

	private static final int PLACES = SIDE / PatchNetwork.STRIDE;

	@Test
	void theGraphOfAMemoryMeasuresTheDistanceToTheNearestPatch() {
		float[] image = new float[3 * SIDE * SIDE];
		Random random = new Random(1);
		for (int i = 0; i < image.length; i++) {
			image[i] = random.nextFloat(-1, 1);
		}
		float[] patches = run(PatchNetwork.patches().onnx().bytes(), image, PatchNetwork.PATCHES);
		assertThat(patches).hasSize(PLACES * PLACES * PatchNetwork.LENGTH);
		List<float[]> all = IntStream.range(0, PLACES * PLACES).mapToObj((place) -> patch(patches, place)).toList();
		Whitening whitening = Whitening.of(all, random);
		List<float[]> memory = List.of(whitening.of(all.get(3)), whitening.of(all.get(40)));
		float[] distances = run(PatchNetwork.memory(memory, whitening, PLACES), image, DetectorMethod.MEMORY.output());
		assertThat(distances).hasSize(PLACES * PLACES);
		for (int place = 0; place < distances.length; place++) {
			float[] patch = whitening.of(all.get(place));
			double nearest = memory.stream().mapToDouble((other) -> square(patch, other)).min().orElseThrow();
			// Floats have 24 bits of a square as large as that of the patch
			double length = square(patch, new float[PatchNetwork.LENGTH]);
			assertThat(Math.pow(distances[place], 2)).isCloseTo(nearest, within(1e-4 * length));
		}
	}

	private static float[] run(byte[] graph, float[] image, String output) {
		try (FeatureExtractor network = FeatureExtractor.open("test", graph)) {
			return network.run(image, 1, 3, SIDE, output);
		}
	}

	private static float[] patch(float[] patches, int place) {
		return Arrays.copyOfRange(patches, place * PatchNetwork.LENGTH, (place + 1) * PatchNetwork.LENGTH);
	}

	private static double square(float[] a, float[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += Math.pow(a[i] - b[i], 2);
		}
		return sum;
	}

}
