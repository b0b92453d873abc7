package io.eidolon.training.quality;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * How much of what is drawn looks real, and how much of what is real is drawn. The ball
 * of a point reaches to the k-th nearest other point of its set; precision is the share
 * of drawn points in the ball of a real one, recall the share of real points in the ball
 * of a drawn one (Kynkaanniemi et al. 2019, "Improved Precision and Recall Metric for
 * Assessing Generative Models", equation 1, with their k = {@value #K}). Sets of equal
 * counts make equal demands on both.
 *
 * @param precision from 0 to 1
 * @param recall from 0 to 1
 */
public record PrecisionRecall(double precision, double recall) {

	/** The neighbour that a ball reaches to. */
	static final int K = 3;

	private static final int ROWS = 1024;

	/**
	 * Measures both.
	 * @throws IllegalArgumentException when a set has {@value #K} points or fewer, or
	 * when they lie in different spaces
	 */
	public static PrecisionRecall of(Features real, Features drawn) {
		Features.requireComparable(real, drawn, K + 1);
		return new PrecisionRecall(covered(drawn, real), covered(real, drawn));
	}

	/** The share of points that lie in the ball of a centre. */
	private static double covered(Features points, Features centres) {
		try (PointerScope _ = new PointerScope()) {
			Tensor x = points.tensor();
			Tensor c = centres.tensor();
			// The nearest of all is the point itself.
			Tensor radii = Tensor.create(Neighbours.of(centres, centres, K + 1).farthest());
			long inside = 0;
			for (int start = 0; start < points.count(); start += ROWS) {
				try (PointerScope _ = new PointerScope()) {
					Tensor rows = x.narrow(0, start, Math.min(ROWS, points.count() - start));
					inside += Neighbours.distances(rows, c).le(radii).any(1).sum().item_long();
				}
			}
			return (double) inside / points.count();
		}
	}

}
