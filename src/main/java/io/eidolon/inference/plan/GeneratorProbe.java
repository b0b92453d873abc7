package io.eidolon.inference.plan;

import java.util.Arrays;
import java.util.Random;

import io.eidolon.graph.canonical.OutputRange;
import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.modelcard.ModelCard.ValueRange;

/**
 * What only running a generator tells, from a few images of latents that are always the
 * same ones.
 *
 * @param low what hardly any number that was generated is below
 * @param high what hardly any is above
 * @param broken how many images hold something that is no number, or infinite
 * @param repeatable whether a latent gives the same image each time
 * @param batches whether images that are generated together are the same as alone
 */
public record GeneratorProbe(float low, float high, int broken, boolean repeatable, boolean batches) {

	/** Enough for the extremes of an image to show. */
	private static final int PICTURES = 8;

	private static final long SEED = 20_140_610;

	/**
	 * Values further from zero than this are nearer to levels of 255, by their factor.
	 */
	private static final float MAX_UNIT = 16;

	/** A network without a bound at its end undershoots a little. */
	private static final float OVERSHOOT = 0.05f;

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
		int broken = 0;
		for (int i = 0; i < PICTURES; i++) {
			pictures[i] = latents.run(session, i, i + 1);
			broken += isFinite(pictures[i]) ? 0 : 1;
		}
		Sample sample = Sample.of(pictures);
		float halfLevel = (sample.high() - sample.low()) / 510;
		boolean repeatable = same(pictures[0], latents.run(session, 0, 1), halfLevel);
		return new GeneratorProbe(sample.low(), sample.high(), broken, repeatable,
				pairs && same(joined(pictures[0], pictures[1]), pair(session, latents), halfLevel));
	}

	/** How many pictures hold something that is no number, or infinite. */
	public int broken() {
		return this.broken;
	}

	/** How many pictures were generated. */
	public int pictures() {
		return PICTURES;
	}

	/**
	 * The range that the values suggest: of a unit, of tanh, or of levels.
	 * @param bounds what they cannot be beyond
	 */
	public ValueRange range(OutputRange bounds) {
		if (bounds.minimum() >= 0 || this.low >= -OVERSHOOT * Math.max(1, this.high)) {
			return (this.high <= MAX_UNIT) ? new ValueRange(0, 1) : new ValueRange(0, 255);
		}
		if (Math.max(-this.low, this.high) <= MAX_UNIT) {
			return ValueRange.TANH;
		}
		// Levels around their middle, or levels that overshoot.
		return (-this.low > this.high / 4) ? new ValueRange(-127.5f, 127.5f) : new ValueRange(0, 255);
	}

	private static boolean isFinite(float[] picture) {
		for (float value : picture) {
			if (!Float.isFinite(value)) {
				return false;
			}
		}
		return true;
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
	 * Between what nearly all values of images lie.
	 *
	 * @param low above a two-hundredth of them
	 * @param high below a two-hundredth of them
	 */
	private record Sample(float low, float high) {

		/** Enough to tell quantiles. */
		private static final int VALUES = 100_000;

		static Sample of(float[][] pictures) {
			int size = pictures[0].length;
			int stride = Math.max(1, Math.ceilDiv(PICTURES * size, VALUES) | 1);
			float[] values = new float[Math.ceilDiv(size, stride) * PICTURES];
			int count = 0;
			for (float[] picture : pictures) {
				for (int i = 0; i < picture.length; i += stride) {
					if (count < values.length && Float.isFinite(picture[i])) {
						values[count++] = picture[i];
					}
				}
			}
			Arrays.sort(values, 0, count);
			int edge = count / 200;
			return (count > 0) ? new Sample(values[edge], values[count - 1 - edge]) : new Sample(0, 0);
		}

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
