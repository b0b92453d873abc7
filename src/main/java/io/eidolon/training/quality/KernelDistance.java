package io.eidolon.training.quality;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * The unbiased estimate of the squared maximum mean discrepancy of two sets of features x
 * (m of them) and y (n), with a cubic kernel over d dimensions:
 *
 * <pre>
 * k(x, y)  = (x.y / d + 1)^3
 * MMD^2 = sum_{i != j} k(x_i, x_j) / (m (m - 1)) + sum_{i != j} k(y_i, y_j) / (n (n - 1))
 *         - 2 sum_{i, j} k(x_i, y_j) / (m n)
 * </pre>
 *
 * (Binkowski et al. 2018, "Demystifying MMD GANs", section 4). It is 0 in expectation for
 * sets of one distribution, and may be a little below. All pairs are taken rather than
 * random subsets, so nothing about it is random. In Inception features it is known as
 * KID.
 */
public final class KernelDistance {

	private static final int LEAST = 2;

	private static final int ROWS = 1024;

	private KernelDistance() {
	}

	/**
	 * Computes the estimate.
	 * @throws IllegalArgumentException when a set has fewer than two points, or when they
	 * lie in different spaces
	 */
	public static double of(Features real, Features generated) {
		Features.requireComparable(real, generated, LEAST);
		try (PointerScope _ = new PointerScope()) {
			Tensor x = real.tensor();
			Tensor y = generated.tensor();
			double m = real.count();
			double n = generated.count();
			return (sum(x, x) - diagonal(x)) / (m * (m - 1)) + (sum(y, y) - diagonal(y)) / (n * (n - 1))
					- 2 * sum(x, y) / (m * n);
		}
	}

	/**
	 * The sum of k over all pairs, some rows at a time: the matrix need not fit in
	 * memory.
	 */
	private static double sum(Tensor x, Tensor y) {
		double sum = 0;
		for (long start = 0; start < x.size(0); start += ROWS) {
			try (PointerScope _ = new PointerScope()) {
				Tensor rows = x.narrow(0, start, Math.min(ROWS, x.size(0) - start));
				sum += kernel(rows.matmul(y.t()), x.size(1)).sum().item_double();
			}
		}
		return sum;
	}

	/** The sum of k over all pairs of a point with itself. */
	private static double diagonal(Tensor x) {
		return kernel(x.square().sum(1), x.size(1)).sum().item_double();
	}

	private static Tensor kernel(Tensor products, long dimension) {
		return products.div(new Scalar((double) dimension)).add(new Scalar(1.0)).pow(new Scalar(3.0));
	}

}
