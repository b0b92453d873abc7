package io.eidolon.training.quality;

import java.util.Random;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@Tag("libtorch")
class KernelDistanceTests {

	@Test
	void twoPointsEachAgreeWithTheSumByHand() {
		// k(1, 2) = 27, k(0, 3) = 1, k(1, 0) = 1, k(1, 3) = 64, k(2, 0) = 1, k(2, 3) =
		// 343
		double expected = 27 + 1 - 2 * (1 + 64 + 1 + 343) / 4.0;
		assertThat(KernelDistance.of(TestFeatures.points(1, 1, 2), TestFeatures.points(1, 0, 3))).isCloseTo(expected,
				within(1e-9));
	}

	@Test
	void agreesWithTheDefinitionPairByPair() {
		Random random = new Random(6);
		for (int round = 0; round < 10; round++) {
			Features x = TestFeatures.normal(random, 2 + random.nextInt(8), 5, 0, 1);
			Features y = TestFeatures.normal(random, 2 + random.nextInt(8), 5, 1, 1);
			double expected = mean(x, x, true) + mean(y, y, true) - 2 * mean(x, y, false);
			assertThat(KernelDistance.of(x, y)).isCloseTo(expected, within(1e-6));
		}
	}

	@Test
	void moreRowsThanABlockAreAllCounted() {
		Random random = new Random(7);
		Features x = TestFeatures.normal(random, 1100, 2, 0, 1);
		Features y = TestFeatures.normal(random, 30, 2, 1, 1);
		assertThat(KernelDistance.of(x, y)).isCloseTo(mean(x, x, true) + mean(y, y, true) - 2 * mean(x, y, false),
				within(1e-6));
	}

	@Test
	void oneDistributionIsAroundNothingAndTwoAreFarther() {
		Random random = new Random(8);
		double sum = 0;
		for (int round = 0; round < 50; round++) {
			sum += KernelDistance.of(TestFeatures.normal(random, 40, 3, 0, 1),
					TestFeatures.normal(random, 40, 3, 0, 1));
		}
		assertThat(sum / 50).isCloseTo(0, within(0.05));
		assertThat(
				KernelDistance.of(TestFeatures.normal(random, 40, 3, 0, 1), TestFeatures.normal(random, 40, 3, 1, 1)))
			.isGreaterThan(1);
	}

	private static double mean(Features x, Features y, boolean others) {
		double sum = 0;
		for (int i = 0; i < x.count(); i++) {
			for (int j = 0; j < y.count(); j++) {
				sum += (others && i == j) ? 0 : kernel(x, i, y, j);
			}
		}
		return sum / ((double) x.count() * (others ? y.count() - 1 : y.count()));
	}

	private static double kernel(Features x, int i, Features y, int j) {
		double product = 0;
		for (int k = 0; k < x.dimension(); k++) {
			product += (double) x.values()[i * x.dimension() + k] * y.values()[j * y.dimension() + k];
		}
		return Math.pow(product / x.dimension() + 1, 3);
	}

}
