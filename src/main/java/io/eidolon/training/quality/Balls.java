package io.eidolon.training.quality;

import java.nio.LongBuffer;

import io.eidolon.training.network.NewTensor;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * A ball around each point of a set, which reaches to the k-th nearest other point: an
 * estimate of where such points lie.
 *
 * @param centres the points
 * @param radii (centres)
 */
record Balls(Features centres, double[] radii) {

	private static final int ROWS = 256;

	/** Widens the bound of an error for the rounding of the radii. */
	private static final double MARGIN = 1.01;

	static Balls of(Features centres, int k) {
		// The nearest of all is the point itself.
		return new Balls(centres, Neighbours.of(centres, centres, k + 1).farthest());
	}

	/** How many balls each point lies in, on their surfaces included, (points). */
	int[] around(Features points) {
		int[] counts = new int[points.count()];
		try (PointerScope _ = new PointerScope()) {
			SquaredDistances squared = new SquaredDistances(points, this.centres);
			Tensor reach = NewTensor.of(this.radii).square().to(ScalarType.Float);
			for (int start = 0; start < counts.length; start += ROWS) {
				count(squared, reach, start, Math.min(ROWS, counts.length - start), counts);
			}
		}
		return counts;
	}

	private void count(SquaredDistances squared, Tensor reach, int start, int rows, int[] counts) {
		try (PointerScope _ = new PointerScope()) {
			Tensor beyond = squared.of(start, rows).sub_(reach);
			Tensor errors = squared.errors(start, rows)
				.add(reach.mul(new Scalar(Math.ulp(1f))))
				.mul(new Scalar(MARGIN));
			LongBuffer sure = beyond.lt(errors.neg()).sum(1).contiguous().createBuffer();
			for (int row = 0; row < rows; row++) {
				counts[start + row] += (int) sure.get(row);
			}
			Tensor unsure = torch.nonzero(beyond.abs().le(errors)).contiguous(); // (pairs,
																					// 2)
			if (unsure.size(0) > 0) {
				LongBuffer pairs = unsure.createBuffer();
				while (pairs.hasRemaining()) {
					int point = start + (int) pairs.get();
					int centre = (int) pairs.get();
					counts[point] += (Math.sqrt(squared.exact(point, centre)) <= this.radii[centre]) ? 1 : 0;
				}
			}
		}
	}

}
