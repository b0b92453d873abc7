package io.eidolon.search;

import java.util.Map;
import java.util.Random;

import io.eidolon.inference.gradient.GradientResult;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SearchObjectiveTests {

	private static final int DIMENSION = 6;

	private static final float H = 1e-2f;

	private final Random random = new Random(3);

	@Test
	void theGradientIsThatOfTheValue() {
		float[] anchor = latent();
		for (int i = 0; i < 20; i++) {
			compare(new SearchObjective(Map.of(), 0.25f, 0.3f, 0.7f, anchor), latent());
			compare(new SearchObjective(Map.of(), 4, 0.3f, 0.7f, null), latent());
		}
	}

	@Test
	void eachTermIsAMeanOverTheLatent() {
		float[] z = { 1, 2, 3, 4, 5, 6 };
		float[] anchor = new float[DIMENSION];
		GradientResult nothing = new GradientResult(2, new float[DIMENSION], new float[0]);
		assertThat(new SearchObjective(Map.of(), 3, 0, 0, null).value(z, nothing)).isEqualTo(6);
		assertThat(new SearchObjective(Map.of(), 0, 2, 0, anchor).value(z, nothing)).isCloseTo(2 * 91 / 6.0,
				within(1e-9));
		assertThat(new SearchObjective(Map.of(), 0, 0, 2, anchor).value(z, nothing)).isCloseTo(2 * 91 / 6.0,
				within(1e-9));
		assertThat(new SearchObjective(Map.of(), 0, 0, 2, z).value(z, nothing)).isZero();
	}

	private static void compare(SearchObjective objective, float[] z) {
		float[] gradient = objective.gradient(z, loss(z));
		for (int i = 0; i < DIMENSION; i++) {
			float[] above = z.clone();
			above[i] += H;
			float[] below = z.clone();
			below[i] -= H;
			double slope = (objective.value(above, loss(above)) - objective.value(below, loss(below)))
					/ ((double) above[i] - below[i]);
			assertThat((double) gradient[i]).isCloseTo(slope, within(1e-3));
		}
	}

	/** L(G(z)) = the sum of sin(z_i) i, with its gradient. */
	private static GradientResult loss(float[] z) {
		double loss = 0;
		float[] gradient = new float[z.length];
		for (int i = 0; i < z.length; i++) {
			loss += Math.sin(z[i]) * i;
			gradient[i] = (float) Math.cos(z[i]) * i;
		}
		return new GradientResult((float) loss, gradient, new float[0]);
	}

	private float[] latent() {
		float[] z = new float[DIMENSION];
		for (int i = 0; i < DIMENSION; i++) {
			z[i] = (float) this.random.nextGaussian();
		}
		return z;
	}

}
