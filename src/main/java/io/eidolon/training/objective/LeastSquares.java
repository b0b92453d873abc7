package io.eidolon.training.objective;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * The least squares objective (Mao et al. 2017, "Least Squares Generative Adversarial
 * Networks", equation 8: a = -1, b = 1, c = 0):
 *
 * <pre>
 * J(D) = 1/2 E (l(x) - 1)^2 + 1/2 E (l(G(z)) + 1)^2
 * J(G) = 1/2 E l(G(z))^2
 * </pre>
 *
 * The best l is (p - q) / (p + q). There J(D) = 1 - X/2, and J(G) + 1/2 E l(x)^2 = X/2,
 * with the Pearson divergence X = chi^2(p + q || 2q), the integral of (p - q)^2 / (p +
 * q). While D does not change, the gradient of J(G) is not that of X.
 */
public record LeastSquares() implements Objective {

	@Override
	public String name() {
		return "least-squares";
	}

	@Override
	public Tensor discriminatorLoss(Logits l) {
		Tensor real = l.real().sub(new Scalar(1.0)).square().mean();
		Tensor fake = l.fake().add(new Scalar(1.0)).square().mean();
		return real.add(fake).mul(new Scalar(0.5));
	}

	@Override
	public Tensor generatorLoss(Logits l) {
		return l.fake().square().mean().mul(new Scalar(0.5));
	}

}
