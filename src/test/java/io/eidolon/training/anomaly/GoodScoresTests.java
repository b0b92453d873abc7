package io.eidolon.training.anomaly;

import java.util.Random;
import java.util.stream.DoubleStream;

import io.eidolon.training.loop.TrainingException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class GoodScoresTests {

	@Test
	void ofManyScoresTheThresholdIsTheOneThatTheRateExceeds() {
		GoodScores scores = GoodScores.of(DoubleStream.iterate(1999, (score) -> score - 1).limit(999).toArray());
		assertThat(scores.threshold(0.01)).isEqualTo(1990);
		assertThat(scores.threshold(0.5)).isEqualTo(1500);
	}

	@Test
	void ofFewScoresTheThresholdLiesBeyondTheGreatest() {
		Random random = new Random(1);
		GoodScores scores = GoodScores
			.of(DoubleStream.generate(() -> Math.exp(2 + 0.1 * random.nextGaussian())).limit(20).toArray());
		assertThat(scores.threshold(0.01)).isGreaterThanOrEqualTo(scores.values()[19]);
		// The 99 % quantile of the distribution that they come from
		assertThat(scores.threshold(0.01)).isCloseTo(Math.exp(2 + 0.1 * 2.326), within(0.8));
		assertThat(scores.threshold(0.001)).isGreaterThan(scores.threshold(0.01));
	}

	@Test
	void equalScoresHaveASpreadToDivideBy() {
		GoodScores scores = GoodScores.of(new double[] { 2, 2, 2 });
		assertThat(scores.spread()).isPositive();
		assertThat(scores.threshold(0.01)).isFinite();
	}

	@Test
	void copiesOfPicturesThatWereLearnedFromSayNothing() {
		GoodScores scores = GoodScores.of(new double[] { 8, 0, 9, 0.01, 10, 11 });
		assertThat(scores.values()).containsExactly(8, 9, 10, 11);
		assertThat(scores.threshold(0.01)).isBetween(11.0, 20.0);
	}

	@Test
	void copiesAloneAreRefused() {
		assertThatThrownBy(() -> GoodScores.of(new double[] { 0, 0 })).isInstanceOf(TrainingException.class)
			.hasMessageContaining("copies");
	}

	@Test
	void theAreaUnderTheCurveCountsPairsInTheRightOrder() {
		GoodScores scores = GoodScores.of(new double[] { 1, 2, 3, 4 });
		assertThat(scores.areaUnderCurve(new double[] { 5, 6 })).isEqualTo(1);
		assertThat(scores.areaUnderCurve(new double[] { 2.5 })).isEqualTo(0.5);
		assertThat(scores.areaUnderCurve(new double[] { 4 })).isEqualTo(0.875);
		assertThat(scores.areaUnderCurve(new double[] { 0 })).isZero();
	}

}
