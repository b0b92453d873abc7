package io.eidolon.training.anomaly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.eidolon.anomaly.DetectorMethod;
import io.eidolon.anomaly.MobileNetTrunk;
import io.eidolon.inference.gradient.FeatureExtractor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PatchNetworkTests {

	private static final int SIDE = 64;

	private final Random random = new Random(1);

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void theGraphOfAMemoryMeasuresTheDistanceToTheNearestPatch(boolean whole) {
		PatchNetwork network = new PatchNetwork(whole);
		int places = network.places(SIDE);
		List<float[]> good = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			good.addAll(patches(network, image()));
		}
		Whitening whitening = Whitening.of(good, this.random);
		List<float[]> memory = List.of(whitening.of(good.get(3)), whitening.of(good.get(20)));
		float[] image = image();
		float[] distances = run(network.memory(memory, whitening, places), image, DetectorMethod.MEMORY.output());
		List<float[]> patches = patches(network, image);
		assertThat(distances).hasSize(places * places);
		for (int place = 0; place < distances.length; place++) {
			float[] patch = whitening.of(patches.get(place));
			double nearest = memory.stream().mapToDouble((other) -> square(patch, other)).min().orElseThrow();
			// Floats have 24 bits of a square as large as that of the patch
			double length = square(patch, new float[PatchNetwork.LENGTH]);
			assertThat(Math.pow(distances[place], 2)).isCloseTo(nearest, within(1e-4 * length));
		}
	}

	@Test
	void aWholePictureIsThePatchThatTheMeansOfItsMapsDescribe() {
		float[] image = image();
		List<float[]> whole = patches(new PatchNetwork(true), image);
		assertThat(whole).hasSize(1);
		byte[] trunk = MobileNetTrunk.read().bytes();
		int at = 0;
		for (int stride : new int[] { 4, 8, 16 }) {
			float[] values = run(trunk, image, "stride" + stride);
			int places = SIDE / stride * (SIDE / stride);
			for (int map = 0; map < values.length / places; map++) {
				double mean = IntStream.range(map * places, (map + 1) * places)
					.mapToDouble((place) -> values[place])
					.average()
					.orElseThrow();
				assertThat((double) whole.getFirst()[at++]).isCloseTo(mean, within(1e-4));
			}
		}
		assertThat(at).isEqualTo(PatchNetwork.LENGTH);
	}

	private float[] image() {
		float[] image = new float[3 * SIDE * SIDE];
		for (int i = 0; i < image.length; i++) {
			image[i] = this.random.nextFloat(-1, 1);
		}
		return image;
	}

	private static List<float[]> patches(PatchNetwork network, float[] image) {
		float[] patches = run(network.patches().onnx().bytes(), image, PatchNetwork.PATCHES);
		int places = network.places(SIDE);
		assertThat(patches).hasSize(places * places * PatchNetwork.LENGTH);
		return IntStream.range(0, places * places)
			.mapToObj((place) -> Arrays.copyOfRange(patches, place * PatchNetwork.LENGTH,
					(place + 1) * PatchNetwork.LENGTH))
			.toList();
	}

	private static float[] run(byte[] graph, float[] image, String output) {
		try (FeatureExtractor network = FeatureExtractor.open("test", graph)) {
			return network.run(image, 1, 3, SIDE, output);
		}
	}

	private static double square(float[] a, float[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += Math.pow(a[i] - b[i], 2);
		}
		return sum;
	}

}
