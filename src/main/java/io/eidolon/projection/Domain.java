package io.eidolon.projection;

import java.util.List;
import java.util.Locale;

/**
 * How far an image is from those that a model generates.
 *
 * @param verdict in a word
 * @param meanDifference the mean absolute difference to the nearest picture that was
 * found, in levels of 255
 * @param norm the length of that picture's latent, {@code |z| / sqrt(D)}: about 1 for
 * those that the model was trained on
 * @param unexplained the share of the image that the model cannot generate
 * @param explanation in a sentence
 */
public record Domain(Verdict verdict, double meanDifference, double norm, double unexplained, String explanation) {

	/** The share up to which an image counts as one of the model's. */
	private static final double INSIDE = 0.05;

	/** The share up to which an image counts as near to those of the model. */
	private static final double NEAR = 0.35;

	/**
	 * The length of a latent above which it lies outside what the model was trained on:
	 * chance makes |z| / sqrt(D) exceed it once in thousands of pictures for D from 32
	 * on.
	 */
	private static final double LONGEST = 1.5;

	/**
	 * Compares an image with the model's own: by the mean squared difference that is
	 * left, as a share of the variance of the model's images, which is the mean squared
	 * difference of what it generates to their mean. An image of the model's own leaves
	 * next to nothing, and one that the mean image fits as well as any other leaves all
	 * of it.
	 * @param target the image
	 * @param found the nearest one that was found
	 * @param typical of what the model generates from latents sampled at random, some
	 * values each, the same ones
	 * @param z the latent of the one that was found
	 * @param range the difference between black and full intensity
	 */
	static Domain of(float[] target, float[] found, List<float[]> typical, float[] z, double range) {
		double absolute = 0;
		double squares = 0;
		for (int i = 0; i < target.length; i++) {
			absolute += Math.abs(target[i] - found[i]);
			squares += (double) (target[i] - found[i]) * (target[i] - found[i]);
		}
		double unexplained = squares / target.length / Math.max(variance(typical), 1e-6 * range * range);
		double sum = 0;
		for (float value : z) {
			sum += (double) value * value;
		}
		double norm = Math.sqrt(sum / z.length);
		Verdict verdict = verdict(unexplained, norm);
		double levels = 255 * absolute / target.length / range;
		return new Domain(verdict, levels, norm, unexplained,
				String.format(Locale.ROOT, verdict.sentence, levels, 100 * unexplained, norm));
	}

	private static Verdict verdict(double unexplained, double norm) {
		if (unexplained > NEAR || norm > 2 * LONGEST) {
			return Verdict.OUTSIDE;
		}
		return (unexplained > INSIDE || norm > LONGEST) ? Verdict.NEAR : Verdict.INSIDE;
	}

	private static double variance(List<float[]> typical) {
		int length = typical.getFirst().length;
		double sum = 0;
		for (int i = 0; i < length; i++) {
			double mean = 0;
			double square = 0;
			for (float[] image : typical) {
				mean += image[i];
				square += (double) image[i] * image[i];
			}
			mean /= typical.size();
			sum += square / typical.size() - mean * mean;
		}
		return sum / length;
	}

	/** Whether a model could have generated an image. */
	public enum Verdict {

		/** It could. */
		INSIDE("The model generates this picture, or one that differs by %.1f of 255 levels in the mean; what is left is "
				+ "%.1f %% of how much its own pictures differ"),

		/** It generates something like it. */
		NEAR("The model generates something like it: the nearest picture found differs by %.1f of 255 levels in the mean, "
				+ "which leaves %.0f %% of how much its own pictures differ, at a latent of length %.2f (1 is typical)"),

		/** It could not. */
		OUTSIDE("The model was not made for such pictures: the nearest one found differs by %.1f of 255 levels in the "
				+ "mean, which leaves %.0f %% of how much its own pictures differ");

		private final String sentence;

		Verdict(String sentence) {
			this.sentence = sentence;
		}

	}

}
