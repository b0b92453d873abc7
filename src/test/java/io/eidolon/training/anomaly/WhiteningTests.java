package io.eidolon.training.anomaly;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class WhiteningTests {

	private static final int LENGTH = 5;

	/** Numbers of different scales, of which the second goes with the first. */
	private static final List<float[]> PATCHES = patches();

	@Test
	void whitenedPatchesHaveMeanZeroVarianceOneAndNothingInCommon() {
		Whitening whitening = Whitening.of(PATCHES, new Random(2));
		List<float[]> whitened = PATCHES.stream().map(whitening::of).toList();
		for (int i = 0; i < LENGTH; i++) {
			int one = i;
			assertThat(whitened.stream().mapToDouble((patch) -> patch[one]).average().orElseThrow()).isCloseTo(0,
					within(1e-4));
			for (int j = 0; j < LENGTH; j++) {
				int other = j;
				assertThat(whitened.stream().mapToDouble((patch) -> patch[one] * patch[other]).average().orElseThrow())
					.isCloseTo((i == j) ? 1 : 0, within(1e-3));
			}
		}
	}

	@Test
	void whatPatchesNeverDifferInStaysFinite() {
		float[] same = { 1, 2, 3, 4, 5 };
		float[] whitened = Whitening.of(List.of(same, same), new Random(2)).of(new float[] { 1, 2, 3, 4, 5.1f });
		for (float value : whitened) {
			assertThat(value).isFinite();
		}
	}

	private static List<float[]> patches() {
		Random random = new Random(1);
		return IntStream.range(0, 2000).mapToObj((_) -> {
			float first = (float) random.nextGaussian();
			return new float[] { 3 * first + 7, first + 0.8f * (float) random.nextGaussian(),
					(float) random.nextGaussian(), 2 * (float) random.nextGaussian(),
					(float) random.nextGaussian() - 1 };
		}).toList();
	}

}
