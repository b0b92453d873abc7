package io.eidolon.graph.rewrite;

import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SignedWeightsTests {

	@Property
	void noPairOfProductsSaturatesIn16Bits(@ForAll @IntRange(min = 1, max = 9) int from,
			@ForAll @IntRange(min = 1, max = 4) int height, @ForAll @IntRange(min = 1, max = 4) int width,
			@ForAll long seed) {
		int places = height * width;
		byte[] values = SignedWeights.of(kernels(3, from, height, width, seed)).values();
		for (int c = 0; c < 3; c++) {
			// With channels last, k runs through all channels of one place first
			for (int k = 0; k < from * places; k += 2) {
				int a = values[(c * from + k % from) * places + k / from];
				int b = (k + 1 < from * places) ? values[(c * from + (k + 1) % from) * places + (k + 1) / from] : 0;
				assertThat(255 * (Math.max(a, 0) + Math.max(b, 0))).isLessThanOrEqualTo(Short.MAX_VALUE);
				assertThat(255 * (Math.min(a, 0) + Math.min(b, 0))).isGreaterThanOrEqualTo(Short.MIN_VALUE);
			}
		}
	}

	@Property
	void aWeightIsKeptToHalfAStep(@ForAll @IntRange(min = 1, max = 9) int from, @ForAll long seed) {
		FloatTensor kernels = kernels(3, from, 3, 3, seed);
		SignedWeights weights = SignedWeights.of(kernels);
		for (int i = 0; i < kernels.values().length; i++) {
			float step = weights.steps()[i / (9 * from)];
			assertThat(step * weights.values()[i]).isCloseTo(kernels.values()[i], within(0.5001f * step));
		}
	}

	@Test
	void weightsThatDoNotAddUpUseTheWholeRange() {
		FloatTensor kernels = new FloatTensor(new float[] { 1, -0.5f, 0.25f, 0 }, List.of(1L, 4L, 1L, 1L));
		assertThat(SignedWeights.of(kernels).values()).containsExactly(127, -64, 32, 0);
	}

	@Test
	void aChannelOfZerosStaysZero() {
		assertThat(SignedWeights.of(new FloatTensor(new float[4], List.of(1L, 4L, 1L, 1L))).values()).containsOnly(0);
	}

	private static FloatTensor kernels(int to, int from, int height, int width, long seed) {
		Random random = new Random(seed);
		float[] values = new float[to * from * height * width];
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) random.nextGaussian();
		}
		return new FloatTensor(values, List.of((long) to, (long) from, (long) height, (long) width));
	}

}
