package io.eidolon.training.quality;

import io.eidolon.training.network.NewTensor;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The squared Frechet distance of the normal distributions that have the moments of two
 * sets of features:
 *
 * <pre>
 * d^2 = |m - m'|^2 + Tr(C + C' - 2 (C^1/2 C' C^1/2)^1/2)
 * </pre>
 *
 * (Dowson and Landau 1982; Heusel et al. 2017, "GANs Trained by a Two Time-Scale Update
 * Rule Converge to a Local Nash Equilibrium", equation 6). It is 0 for equal moments, has
 * the unit of a squared feature, and is too large by a bias that falls with the number of
 * pictures, so that only figures of equal counts compare. In Inception features it is
 * known as FID; in others it is another number and goes by another name.
 * <p>
 * C^1/2 C' C^1/2 is symmetric, unlike the product C C' with the same eigenvalues, so that
 * symmetric eigendecompositions in double precision do for both roots. Eigenvalues that
 * rounding makes negative count as 0.
 */
public final class FrechetDistance {

	private static final int LEAST = 2;

	private FrechetDistance() {
	}

	/**
	 * Computes the squared distance.
	 * @throws IllegalArgumentException when a set has fewer than two points, or when they
	 * lie in different spaces
	 */
	public static double of(Features real, Features generated) {
		Features.requireComparable(real, generated, LEAST);
		return between(Gaussian.of(real), Gaussian.of(generated));
	}

	static double between(Gaussian p, Gaussian q) {
		try (PointerScope _ = new PointerScope()) {
			int dimension = p.mean().length;
			Tensor m = NewTensor.of(p.mean()).sub(NewTensor.of(q.mean()));
			Tensor c = NewTensor.of(p.covariance(), dimension, dimension);
			Tensor c2 = NewTensor.of(q.covariance(), dimension, dimension);
			Tensor root = root(c);
			Tensor product = root.matmul(c2).matmul(root);
			double traceOfRoot = roots(torch.linalg_eigh(product.add(product.t()).mul(new Scalar(0.5))).get0()).sum()
				.item_double();
			double distance = m.square().sum().item_double() + c.trace().item_double() + c2.trace().item_double()
					- 2 * traceOfRoot;
			return Math.max(0, distance);
		}
	}

	/** The symmetric root of a symmetric matrix without negative eigenvalues. */
	private static Tensor root(Tensor matrix) {
		var decomposition = torch.linalg_eigh(matrix);
		Tensor vectors = decomposition.get1();
		return vectors.mul(roots(decomposition.get0())).matmul(vectors.t());
	}

	private static Tensor roots(Tensor eigenvalues) {
		return torch.relu(eigenvalues).sqrt();
	}

}
