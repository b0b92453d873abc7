package io.eidolon.latent;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class InterpolationTests {

	private static final Offset<Double> FLOAT_ROUNDING = within(2e-6);

	private final Random random = new Random(5);

	@ParameterizedTest
	@EnumSource
	void theEndsAreTheLatentsThemselvesWhateverTheyAre(Interpolation interpolation) {
		float[] z = normal(64);
		float[] other = normal(64);
		float[][] partners = { other, z.clone(), scaled(z, -1), scaled(z, 3), scaled(z, -0.3f), new float[64],
				nudged(z, 1e-7f), nudged(scaled(z, -1), 1e-7f) };
		for (float[] partner : partners) {
			assertThat(interpolation.between(z, partner, 0)).isEqualTo(z).isNotSameAs(z);
			assertThat(interpolation.between(z, partner, 1)).isEqualTo(partner).isNotSameAs(partner);
			assertThat(interpolation.between(partner, z, 0)).isEqualTo(partner);
			assertThat(interpolation.between(partner, z, 1)).isEqualTo(z);
		}
	}

	@Property(seed = "5")
	void theWayBackIsTheWayThere(@ForAll Interpolation interpolation,
			@ForAll @IntRange(min = 1, max = 128) int dimension, @ForAll @LongRange(max = Seed.MAX - 1) long seed,
			@ForAll @DoubleRange(max = 1) double t) {
		float[] from = Latents.sample(new Seed(seed), dimension);
		float[] to = Latents.sample(new Seed(seed + 1), dimension);
		assertClose(interpolation.between(from, to, t), interpolation.between(to, from, 1 - t));
	}

	@Property(seed = "5")
	void slerpIsShoemakesFormulaForLatentsOfOneLength(@ForAll @LongRange(max = Seed.MAX - 1) long seed,
			@ForAll @DoubleRange(max = 1) double t) {
		float[] from = unit(Latents.sample(new Seed(seed), 100));
		float[] to = unit(Latents.sample(new Seed(seed + 1), 100));
		double omega = Math.acos(dot(from, to));
		float[] expected = new float[100];
		for (int i = 0; i < expected.length; i++) {
			expected[i] = (float) ((Math.sin((1 - t) * omega) * from[i] + Math.sin(t * omega) * to[i])
					/ Math.sin(omega));
		}
		assertClose(Interpolation.SLERP.between(from, to, t), expected);
	}

	@Property(seed = "5")
	void slerpTurnsAtConstantSpeedWhileTheNormChangesLinearly(@ForAll @LongRange(max = Seed.MAX - 1) long seed,
			@ForAll @DoubleRange(max = 1) double t) {
		float[] from = Latents.sample(new Seed(seed), 100);
		float[] to = scaled(Latents.sample(new Seed(seed + 1), 100), 2);
		float[] z = Interpolation.SLERP.between(from, to, t);
		assertThat(angle(from, z)).isCloseTo(t * angle(from, to), FLOAT_ROUNDING);
		assertThat(norm(z) / ((1 - t) * norm(from) + t * norm(to))).isCloseTo(1, FLOAT_ROUNDING);
	}

	@Test
	void slerpKeepsAnEqualLatent() {
		float[] z = normal(100);
		for (double t = 0; t <= 1; t += 0.125) {
			assertClose(Interpolation.SLERP.between(z, z.clone(), t), z);
		}
	}

	@ParameterizedTest
	@ValueSource(floats = { -1, -0.5f, -3 })
	void slerpGoesAroundTheMeanBetweenOppositeLatents(float factor) {
		float[] from = normal(100);
		float[] to = scaled(from, factor);
		for (double t = 0; t <= 1; t += 0.125) {
			float[] z = Interpolation.SLERP.between(from, to, t);
			assertThat(angle(from, z)).isCloseTo(t * Math.PI, FLOAT_ROUNDING);
			assertThat(norm(z) / ((1 - t) * norm(from) + t * norm(to))).isCloseTo(1, FLOAT_ROUNDING);
			assertThat(Interpolation.SLERP.between(from, to, t)).isEqualTo(z);
		}
	}

	@Test
	void slerpLeavesOppositeLatentsAlongTheirSmallestAxis() {
		float[] from = { 0, 2, 0 };
		float[] to = { 0, -2, 0 };
		assertClose(Interpolation.SLERP.between(from, to, 0.5), new float[] { 2, 0, 0 });
	}

	@ParameterizedTest
	@ValueSource(floats = { 1e-3f, 1e-5f, 1e-7f, 1e-12f, 1e-30f })
	void slerpIsSteadyBetweenNearlyParallelLatents(float distance) {
		float[] from = unit(normal(100));
		float[] to = nudged(from, distance);
		for (double t = 0; t <= 1; t += 0.125) {
			assertClose(Interpolation.SLERP.between(from, to, t), Interpolation.LINEAR.between(from, to, t));
		}
	}

	@ParameterizedTest
	@ValueSource(floats = { 1e-3f, 1e-5f, 1e-7f, 1e-12f, 1e-30f })
	void slerpStaysOnTheSphereBetweenNearlyOppositeLatents(float distance) {
		float[] from = unit(normal(100));
		float[] to = nudged(scaled(from, -1), distance);
		for (double t = 0; t <= 1; t += 0.125) {
			float[] z = Interpolation.SLERP.between(from, to, t);
			assertThat(norm(z)).isCloseTo((1 - t) * norm(from) + t * norm(to), FLOAT_ROUNDING);
			assertThat(angle(from, z)).isCloseTo(t * angle(from, to), FLOAT_ROUNDING);
		}
	}

	@Test
	void theLengthOfALatentTellsNothingOfItsDirection() {
		float[] from = { 1, 0, 0 };
		float[] tiny = { 0, 0, 1e-6f };
		float[] half = Interpolation.SLERP.between(from, tiny, 0.5);
		assertThat(half[2] / half[0]).isCloseTo(1, within(1e-5f));
	}

	@Test
	void slerpLeavesOppositeLatentsAlongTheAxisOnWhichTheyAreSmallest() {
		float[] half = Interpolation.SLERP.between(new float[] { 3, 1, 2 }, new float[] { -3, -1, -2 }, 0.5);
		// (0, 1, 0) less its part along (3, 1, 2), as long as that is.
		double length = Math.sqrt(14 / (9 + 169 + 4.0));
		assertClose(half, new float[] { (float) (-3 * length), (float) (13 * length), (float) (-2 * length) });
	}

	@Test
	void slerpTakesAZeroLatentToHaveTheDirectionOfTheOther() {
		float[] zero = new float[3];
		float[] z = { 4, -2, 8 };
		assertThat(Interpolation.SLERP.between(zero, z, 0.25)).containsExactly(1, -0.5f, 2);
		assertThat(Interpolation.SLERP.between(z, zero, 0.25)).containsExactly(3, -1.5f, 6);
		assertThat(Interpolation.SLERP.between(zero, zero, 0.5)).containsExactly(0, 0, 0);
	}

	@Test
	void slerpIsStraightInOneDimension() {
		assertThat(Interpolation.SLERP.between(new float[] { -1 }, new float[] { 1 }, 0.75)).containsExactly(0.5f);
	}

	@Test
	void linearGoesStraight() {
		float[] z = Interpolation.LINEAR.between(new float[] { 0, 4 }, new float[] { 8, 0 }, 0.25);
		assertThat(z).containsExactly(2, 3);
	}

	@ParameterizedTest
	@ValueSource(doubles = { -0.01, 1.01, Double.NaN })
	void aTimeOutOfRangeIsRefused(double t) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Interpolation.SLERP.between(new float[2], new float[2], t))
			.withMessage("t (%s) must be between 0 and 1".formatted(t));
	}

	@Test
	void latentsOfDifferentLengthsAreRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Interpolation.LINEAR.between(new float[2], new float[3], 0))
			.withMessage("latents must have one length, but have 2 and 3");
	}

	private float[] normal(int dimension) {
		float[] z = new float[dimension];
		for (int i = 0; i < dimension; i++) {
			z[i] = (float) this.random.nextGaussian();
		}
		return z;
	}

	private static float[] nudged(float[] z, float distance) {
		float[] near = z.clone();
		near[0] += distance;
		near[1] -= distance;
		return near;
	}

	private static float[] scaled(float[] z, float factor) {
		float[] scaled = z.clone();
		for (int i = 0; i < z.length; i++) {
			scaled[i] *= factor;
		}
		return scaled;
	}

	private static float[] unit(float[] z) {
		return scaled(z, (float) (1 / norm(z)));
	}

	private static double dot(float[] p, float[] q) {
		double sum = 0;
		for (int i = 0; i < p.length; i++) {
			sum += (double) p[i] * q[i];
		}
		return sum;
	}

	private static double norm(float[] z) {
		return Math.sqrt(dot(z, z));
	}

	// Kahan's form, exact for small angles and for angles near pi.
	private static double angle(float[] p, float[] q) {
		double difference = 0;
		double sum = 0;
		for (int i = 0; i < p.length; i++) {
			difference += Math.pow(p[i] / norm(p) - q[i] / norm(q), 2);
			sum += Math.pow(p[i] / norm(p) + q[i] / norm(q), 2);
		}
		return 2 * Math.atan2(Math.sqrt(difference), Math.sqrt(sum));
	}

	private static void assertClose(float[] actual, float[] expected) {
		assertThat(actual).as("near %s", Arrays.toString(expected)).hasSameSizeAs(expected);
		for (int i = 0; i < actual.length; i++) {
			assertThat((double) actual[i]).isCloseTo(expected[i], FLOAT_ROUNDING);
		}
	}

}
