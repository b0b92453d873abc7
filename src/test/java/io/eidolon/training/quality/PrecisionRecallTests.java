package io.eidolon.training.quality;

import java.util.Random;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@Tag("libtorch")
class PrecisionRecallTests {

	@Test
	void equalSetsCoverEachOther() {
		Features features = TestFeatures.normal(new Random(1), 50, 6, 0, 1);
		assertThat(PrecisionRecall.of(features, features)).isEqualTo(new PrecisionRecall(1, 1));
	}

	@Test
	void setsFarApartCoverNothing() {
		Random random = new Random(2);
		assertThat(PrecisionRecall.of(TestFeatures.normal(random, 50, 6, 0, 1),
				TestFeatures.normal(random, 50, 6, 100, 1)))
			.isEqualTo(new PrecisionRecall(0, 0));
	}

	@Test
	void aGeneratorThatKnowsOneOfTwoModesIsPreciseAndForgetful() {
		Random random = new Random(3);
		float[] both = new float[200];
		for (int i = 0; i < 200; i++) {
			both[i] = (float) random.nextGaussian((i < 100) ? 0 : 1000, 1);
		}
		Features generated = TestFeatures.normal(random, 100, 1, 0, 0.5);
		PrecisionRecall measured = PrecisionRecall.of(new Features(200, 1, both), generated);
		assertThat(measured.precision()).isEqualTo(1);
		assertThat(measured.recall()).isBetween(0.3, 0.5);
	}

	@Test
	void ballsReachToTheThirdNearestOtherPoint() {
		// Real balls on the line: 0 reaches 6, 1 reaches 5, 3 reaches 3, 6 reaches 6;
		// together [-6, 12]. Generated balls: 5 reaches 15, 12.5 reaches 7.5, -7 reaches
		// 19.5, 20 reaches 15, ...
		Features real = TestFeatures.points(1, 0, 1, 3, 6);
		Features generated = TestFeatures.points(1, 5, 12.5, -7, 20);
		PrecisionRecall measured = PrecisionRecall.of(real, generated);
		assertThat(measured.precision()).isEqualTo(0.25);
		assertThat(measured.recall()).isEqualTo(1);
	}

	@Test
	void tooFewPointsForABallAreRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PrecisionRecall.of(TestFeatures.points(1, 1, 2, 3), TestFeatures.points(1, 1, 2, 3, 4)))
			.withMessage("counts (3 and 4) must be at least 4");
	}

}
