package io.eidolon.search;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class OptimiserTests {

	/** Rosenbrock's valley, whose minimum is at (1, 1). */
	private static double valley(float[] z, float[] gradient) {
		double x = z[0];
		double y = z[1];
		gradient[0] = (float) (-2 * (1 - x) - 400 * x * (y - x * x));
		gradient[1] = (float) (200 * (y - x * x));
		return (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x);
	}

	private static double best(Optimiser optimiser, float[] z, int steps) {
		double best = Double.POSITIVE_INFINITY;
		for (int i = 0; i < steps; i++) {
			float[] gradient = new float[2];
			double value = valley(z, gradient);
			best = Math.min(best, value);
			z = optimiser.next(z, value, gradient, 0.05);
		}
		return best;
	}

	@ParameterizedTest
	@ValueSource(floats = { -1.2f, 0, 3 })
	void lbfgsFindsTheMinimumOfACurvedValley(float x) {
		assertThat(best(new Lbfgs(), new float[] { x, 1 }, 120)).isLessThan(1e-6);
	}

	@Test
	void adamLowersTheLoss() {
		float[] start = { -1.2f, 1 };
		assertThat(best(new Adam(2), start, 200)).isLessThan(valley(start, new float[2]) / 5);
	}

	@Test
	void adamsFirstStepHasItsSizeWhateverTheGradient() {
		float[] next = new Adam(2).next(new float[2], 0, new float[] { 1e-6f, -100 }, 0.1);
		assertThat(next[0]).isCloseTo(-0.1f, within(1e-4f));
		assertThat(next[1]).isCloseTo(0.1f, within(1e-4f));
	}

	@Test
	void lbfgsStaysAtAMinimum() {
		assertThat(new Lbfgs().next(new float[] { 1, 1 }, 0, new float[2], 0.1)).containsExactly(1, 1);
	}

}
