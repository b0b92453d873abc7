package io.eidolon.training.quality;

import java.util.Random;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

@Tag("libtorch")
class FrechetDistanceTests {

	@ParameterizedTest
	@CsvSource({ "0, 1, 0, 1, 0", "0, 1, 3, 1, 9", "0, 1, 0, 4, 1", "1, 9, -1, 0.25, 10.25", "2, 0, 5, 0, 9" })
	void onALineItIsTheSumOfSquaredDifferencesOfMeansAndDeviations(double m, double v, double m2, double v2,
			double expected) {
		assertThat(FrechetDistance.between(new Gaussian(new double[] { m }, new double[] { v }),
				new Gaussian(new double[] { m2 }, new double[] { v2 })))
			.isCloseTo(expected, within(1e-12));
	}

	@Test
	void covariancesThatDoNotCommuteAgreeWithTheClosedFormOfTwoDimensions() {
		// For 2 x 2, Tr(M^1/2) = sqrt(Tr M + 2 sqrt(det M)) with M = C C'.
		double[] c = { 2, 1, 1, 3 };
		double[] c2 = { 1, -0.5, -0.5, 4 };
		double traceOfProduct = c[0] * c2[0] + c[1] * c2[2] + c[2] * c2[1] + c[3] * c2[3];
		double determinant = (c[0] * c[3] - c[1] * c[2]) * (c2[0] * c2[3] - c2[1] * c2[2]);
		double expected = 1 + 4 + (2 + 3) + (1 + 4) - 2 * Math.sqrt(traceOfProduct + 2 * Math.sqrt(determinant));
		assertThat(FrechetDistance.between(new Gaussian(new double[] { 1, 0 }, c),
				new Gaussian(new double[] { 0, 2 }, c2)))
			.isCloseTo(expected, within(1e-12));
	}

	@Test
	void isNothingForTheSameFeaturesAndSymmetric() {
		Random random = new Random(3);
		for (int i = 0; i < 10; i++) {
			Features x = TestFeatures.normal(random, 30, 7, 0, 1);
			Features y = TestFeatures.normal(random, 20, 7, 0.5, 2);
			assertThat(FrechetDistance.of(x, x)).isCloseTo(0, within(1e-9));
			assertThat(FrechetDistance.of(x, y)).isPositive().isCloseTo(FrechetDistance.of(y, x), within(1e-9));
		}
	}

	@Test
	void fewerPicturesThanDimensionsStillHaveADistance() {
		Random random = new Random(4);
		assertThat(
				FrechetDistance.of(TestFeatures.normal(random, 5, 50, 0, 1), TestFeatures.normal(random, 5, 50, 0, 1)))
			.isFinite()
			.isPositive();
	}

	@Test
	void samplesOfTwoGaussiansComeCloseToTheDistanceOfTheGaussians() {
		Random random = new Random(5);
		Features x = TestFeatures.normal(random, 20_000, 4, 0, 1);
		Features y = TestFeatures.normal(random, 20_000, 4, 1, 3);
		// In each of four dimensions (0 - 1)^2 + (1 - 3)^2
		assertThat(FrechetDistance.of(x, y)).isCloseTo(4 * 5, within(0.5));
	}

	@Test
	void pointsOfDifferentSpacesAndSinglePointsAreRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> FrechetDistance.of(TestFeatures.points(1, 1, 2), TestFeatures.points(2, 1, 2, 3, 4)))
			.withMessage("dimensions (1 and 2) must be equal");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> FrechetDistance.of(TestFeatures.points(1, 1), TestFeatures.points(1, 1, 2)))
			.withMessage("counts (1 and 2) must be at least 2");
	}

}
