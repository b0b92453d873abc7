package io.eidolon.graph.rewrite;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class HistogramTests {

	private final Histogram histogram = new Histogram();

	@ParameterizedTest
	@ValueSource(doubles = { 1e-6, 1, 1e6 })
	void evenlySpreadValuesAreCoveredFromEndToEnd(double size) {
		float[] values = new float[10_000];
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) (size * (i + 1) / values.length);
		}
		this.histogram.add(values);
		assertThat(this.histogram.scale().step()).isCloseTo((float) (size / 255), within((float) (size / 255 / 50)));
		assertThat(this.histogram.scale().zero()).isZero();
	}

	@Test
	void aFineStepIsWorthMoreThanARareExtreme() {
		float[] values = new float[100_000];
		for (int i = 0; i < values.length; i++) {
			values[i] = i / (float) values.length;
		}
		this.histogram.add(values);
		this.histogram.add(new float[] { 4 });
		assertThat(this.histogram.scale().step()).isLessThan(0.95f * 4 / 255);
	}

	@Test
	void theOrderOfValuesDoesNotMatterMuch() {
		Random random = new Random(4);
		float[] small = new float[1000];
		float[] large = new float[1000];
		for (int i = 0; i < small.length; i++) {
			small[i] = (float) random.nextGaussian();
			large[i] = (float) (50 * random.nextGaussian());
		}
		Histogram reversed = new Histogram();
		this.histogram.add(small);
		this.histogram.add(large);
		reversed.add(large);
		reversed.add(small);
		assertThat(this.histogram.scale().step()).isCloseTo(reversed.scale().step(),
				within(reversed.scale().step() / 10));
	}

	@Test
	void valuesOnBothSidesOfZeroAreCovered() {
		this.histogram.add(new float[] { -1, -0.5f, 0, 0.5f, 1, 2, 3 });
		Scale scale = this.histogram.scale();
		assertThat(scale.error(-1)).isCloseTo(0, within(0.1));
		assertThat(scale.error(3)).isCloseTo(0, within(0.1));
	}

	@Test
	void valuesThatAreNotFiniteOrAllZeroGiveAScaleAllTheSame() {
		this.histogram.add(new float[] { 0, Float.NaN, Float.POSITIVE_INFINITY, 0 });
		assertThat(this.histogram.scale()).isEqualTo(new Scale(1, 0));
	}

}
