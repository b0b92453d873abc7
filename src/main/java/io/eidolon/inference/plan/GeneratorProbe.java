package io.eidolon.inference.plan;

import java.util.Arrays;
import java.util.Random;

import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.modelcard.ModelCard.ValueRange;

/**
 * What only running a generator tells, from a few images of latents that are always the
 * same ones.
 *
 * @param minimum the least number generated
 * @param maximum the greatest number generated
 * @param repeatable whether a latent gives the same image each time
 * @param batches whether images that are generated together are the same as alone
 */
public record GeneratorProbe(float minimum, float maximum, boolean repeatable, boolean batches) {

	/** Enough for the extremes of an image to show. */
	private static final int PICTURES = 8;

	private static final long SEED = 20_140_610;

	/** Values further from zero than this are levels. */
	private static final float MAX_UNIT = 4;

	/** A network without a bound at its end overshoots a little. */
	private static final float OVERSHOOT = 0.1f;

	/**
	 * Runs a canonical graph.
	 * @param dimension the length of a latent
	 * @param classes how many classes, 0 for an unconditional generator
	 * @param pairs whether two images are to be generated together
	 * @throws IllegalStateException when ONNX Runtime cannot run it
	 */
	public static GeneratorProbe of(GeneratorSession session, int dimension, int classes, boolean pairs) {
		Latents latents = Latents.sample(new Random(SEED), dimension, classes);
		float[][] pictures = new float[PICTURES][];
		float minimum = Float.POSITIVE_INFINITY;
		float maximum = Float.NEGATIVE_INFINITY;
		for (int i = 0; i < PICTURES; i++) {
			pictures[i] = latents.run(session, i, i + 1);
			for (float value : pictures[i]) {
				minimum = Float.isFinite(value) ? Math.min(minimum, value) : minimum;
				maximum = Float.isFinite(value) ? Math.max(maximum, value) : maximum;
			}
		}
		float halfLevel = (maximum - minimum) / 510;
		boolean repeatable = same(pictures[0], latents.run(session, 0, 1), halfLevel);
		return new GeneratorProbe(minimum, maximum, repeatable,
				pairs && same(joined(pictures[0], pictures[1]), pair(session, latents), halfLevel));
	}

	/** Whether anything but NaN and infinities was generated. */
	public boolean isFinite() {
		return this.minimum <= this.maximum;
	}

	/** The range that the values suggest: of a unit, of tanh, or of levels. */
	public ValueRange range() {
		if (this.minimum >= -OVERSHOOT && this.maximum <= 1 + OVERSHOOT) {
			return new ValueRange(0, 1);
		}
		return (Math.max(-this.minimum, this.maximum) <= MAX_UNIT) ? ValueRange.TANH : new ValueRange(0, 255);
	}

	private static float[] pair(GeneratorSession session, Latents latents) {
		try {
			return latents.run(session, 0, 2);
		}
		catch (IllegalStateException ex) {
			return new float[0];
		}
	}

	private static float[] joined(float[] first, float[] second) {
		float[] joined = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, joined, first.length, second.length);
		return joined;
	}

	private static boolean same(float[] one, float[] other, float tolerance) {
		if (one.length != other.length) {
			return false;
		}
		for (int i = 0; i < one.length; i++) {
			if (Math.abs(one[i] - other[i]) > tolerance) {
				return false;
			}
		}
		return true;
	}

	/**
	 * What the images are generated from.
	 *
	 * @param z of shape (PICTURES, dimension)
	 * @param labels of shape (PICTURES), empty for an unconditional generator
	 * @param dimension the length of a latent
	 */
	private record Latents(float[] z, long[] labels, int dimension) {

		static Latents sample(Random random, int dimension, int classes) {
			float[] z = new float[PICTURES * dimension];
			for (int i = 0; i < z.length; i++) {
				z[i] = (float) random.nextGaussian();
			}
			return new Latents(z, (classes > 0) ? random.longs(PICTURES, 0, classes).toArray() : new long[0],
					dimension);
		}

		float[] run(GeneratorSession session, int from, int to) {
			return session.run(Arrays.copyOfRange(this.z, from * this.dimension, to * this.dimension),
					(this.labels.length > 0) ? Arrays.copyOfRange(this.labels, from, to) : null, to - from);
		}

	}

}
