package io.eidolon.graph.rewrite;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

	@Property(seed = "1")
	void withinItsReachAScaleErrsByAStepAtMostAndNotAtZero(@ForAll @DoubleRange(min = -10, max = 0) double low,
			@ForAll @DoubleRange(min = 0, max = 10) double high, @ForAll @DoubleRange(min = 0, max = 1) double share) {
		Scale scale = Scale.over(low, high);
		assertThat(Math.abs(scale.error(low + share * (high - low)))).isLessThanOrEqualTo(scale.step());
		assertThat(scale.error(0)).isZero();
	}

	@Test
	void beyondItsReachValuesAreClamped() {
		Scale scale = Scale.over(0, 255);
		assertThat(scale.error(300)).isEqualTo(-45);
		assertThat(scale.error(-7)).isEqualTo(7);
	}

}
