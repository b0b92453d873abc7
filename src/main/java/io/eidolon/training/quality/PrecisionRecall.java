package io.eidolon.training.quality;

import java.util.Arrays;

/**
 * How much of what is generated looks real, and how much of what is real is generated.
 * The ball of a point reaches to the k-th nearest other point of its set; precision is
 * the share of generated points in the ball of a real one, recall the share of real
 * points in the ball of a generated one (Kynkaanniemi et al. 2019, "Improved Precision
 * and Recall Metric for Assessing Generative Models", equation 1, with their k =
 * {@value #K}). Sets of equal counts make equal demands on both.
 *
 * @param precision from 0 to 1
 * @param recall from 0 to 1
 */
public record PrecisionRecall(double precision, double recall) {

	/** The neighbour that a ball reaches to. */
	static final int K = 3;

	/**
	 * Measures both.
	 * @throws IllegalArgumentException when a set has {@value #K} points or fewer, or
	 * when they lie in different spaces
	 */
	public static PrecisionRecall of(Features real, Features generated) {
		Features.requireComparable(real, generated, K + 1);
		return new PrecisionRecall(covered(generated, real), covered(real, generated));
	}

	/** The share of points that lie in the ball of a centre. */
	private static double covered(Features points, Features centres) {
		long inside = Arrays.stream(Balls.of(centres, K).around(points)).filter((balls) -> balls > 0).count();
		return (double) inside / points.count();
	}

}
