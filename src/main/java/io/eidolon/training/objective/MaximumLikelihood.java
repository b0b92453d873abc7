package io.eidolon.training.objective;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * The maximum likelihood objective, J(G) = -1/2 E exp(sigma^-1(D(G(z)))) (Goodfellow
 * 2016, equation 14). Since D = sigma(l), this is -1/2 E exp(l), and sigma is never
 * inverted. Against an optimal D that does not change, e^l = p / q, and G follows the
 * gradient of 1/2 KL(p || q), while the value of J(G) stays at -1/2.
 * <p>
 * Beyond l = {@value #LINEAR_FROM}, where D is 1 to the last bit of a float, exp goes on
 * as its tangent, so that neither value nor gradient overflows.
 */
public record MaximumLikelihood() implements Objective {

	static final double LINEAR_FROM = 20;

	@Override
	public String name() {
		return "maximum-likelihood";
	}

	@Override
	public Tensor generatorLoss(Logits l) {
		Tensor below = l.fake().clamp_max(new Scalar(LINEAR_FROM));
		Tensor beyond = l.fake().sub(below).mul(new Scalar(Math.exp(LINEAR_FROM)));
		return below.exp().add(beyond).mean().mul(new Scalar(-0.5));
	}

	@Override
	public double publishedFactor() {
		return 2;
	}

}
