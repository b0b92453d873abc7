package io.eidolon.graph.rewrite;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ScaleTests {

	@ParameterizedTest
	@CsvSource({ "0, 255, 1, 0", "-1, 1, 0.007843137, 128", "-255, 0, 1, 255", "3, 255, 1, 0", "-51, 204, 1, 51",
			"0, 0, 1, 0" })
	void aScaleReachesFromEndToEndAndHoldsZero(double from, double to, float step, int zero) {
		Scale scale = Scale.over(from, to);
		assertThat(scale.step()).isCloseTo(step, within(1e-7f));
		assertThat(scale.zero()).isEqualTo(zero);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void withinItsReachAScaleErrsByAStepAtMostAndNotAtZero(long seed) {
		Random random = new Random(seed);
		double low = -random.nextDouble() * 10;
		double high = random.nextDouble() * 10;
		Scale scale = Scale.over(low, high);
		for (int i = 0; i < 100; i++) {
			double x = random.nextDouble(low, high);
			assertThat(Math.abs(scale.error(x))).isLessThanOrEqualTo(scale.step());
		}
		assertThat(scale.error(0)).isZero();
	}

	@Test
	void beyondItsReachValuesAreClamped() {
		Scale scale = Scale.over(0, 255);
		assertThat(scale.error(300)).isEqualTo(-45);
		assertThat(scale.error(-7)).isEqualTo(7);
	}

}
