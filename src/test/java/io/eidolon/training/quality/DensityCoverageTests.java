package io.eidolon.training.quality;

import java.util.Random;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

@Tag("libtorch")
class DensityCoverageTests {

	@Test
	void eachPointOfAnEqualSetLiesInItsBallAndEachBallHoldsFiveMore() {
		Features features = TestFeatures.normal(new Random(1), 50, 6, 0, 1);
		assertThat(DensityCoverage.of(features, features)).isEqualTo(new DensityCoverage(6 / 5.0, 1));
	}

	@Test
	void setsFarApartCoverNothing() {
		Random random = new Random(2);
		assertThat(DensityCoverage.of(TestFeatures.normal(random, 50, 6, 0, 1),
				TestFeatures.normal(random, 50, 6, 100, 1)))
			.isEqualTo(new DensityCoverage(0, 0));
	}

	@Test
	void ballsReachToTheFifthNearestOtherPoint() {
		// Real balls on the line: 0 reaches 5, 1 reaches 4, 2 and 3 reach 3, 4 reaches 4,
		// 5 reaches 5. 7 lies in those of 4 and 5 and 10 in that of 5; -5 lies in that of
		// 0,
		// on its surface, and 100 in none.
		Features real = TestFeatures.points(1, 0, 1, 2, 3, 4, 5);
		Features generated = TestFeatures.points(1, 7, 10, -5, 100, 101, 102);
		DensityCoverage measured = DensityCoverage.of(real, generated);
		assertThat(measured.density()).isEqualTo((2 + 1 + 1) / 30.0);
		// 0 has -5; 4 and 5 have 7.
		assertThat(measured.coverage()).isEqualTo(3 / 6.0);
	}

	@Test
	void oneOddRealPictureMakesAllPreciseButNotDense() {
		// The ball of 1000 reaches to 4 and thereby holds all that is generated.
		Features real = TestFeatures.points(1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 1000);
		Features generated = TestFeatures.points(1, 500, 510, 520, 530, 540, 550, 560, 570, 580, 590);
		assertThat(PrecisionRecall.of(real, generated).precision()).isEqualTo(1);
		DensityCoverage measured = DensityCoverage.of(real, generated);
		assertThat(measured.density()).isCloseTo(1 / 5.0, within(1e-12));
		assertThat(measured.coverage()).isEqualTo(1 / 10.0);
	}

	@Test
	void equalDistributionsHaveADensityOfOne() {
		Random random = new Random(3);
		DensityCoverage measured = DensityCoverage.of(TestFeatures.normal(random, 2000, 4, 0, 1),
				TestFeatures.normal(random, 2000, 4, 0, 1));
		assertThat(measured.density()).isCloseTo(1, within(0.05));
		// 1 - 1 / 2^k for sets of equal counts.
		assertThat(measured.coverage()).isCloseTo(1 - Math.pow(2, -5), within(0.02));
	}

	@Test
	void tooFewPointsForABallAreRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> DensityCoverage.of(TestFeatures.points(1, 1, 2, 3, 4, 5),
					TestFeatures.points(1, 1, 2, 3, 4, 5, 6)))
			.withMessage("counts (5 and 6) must be at least 6");
	}

}
