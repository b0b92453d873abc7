package io.eidolon.training.objective;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The heuristic objective, J(G) = -1/2 E log D(G(z)) = 1/2 E softplus(-l) (Goodfellow
 * 2016, equation 13): G raises the chance that D is mistaken, and has a strong gradient
 * where it is losing. Against an optimal D that does not change, it follows the gradient
 * of 1/2 KL(q || p) - JS(p, q) (Arjovsky and Bottou 2017, "Towards Principled Methods for
 * Training Generative Adversarial Networks", theorem 2.5).
 */
public record NonSaturating() implements Objective {

	@Override
	public String name() {
		return "non-saturating";
	}

	@Override
	public Tensor generatorLoss(Logits l) {
		return torch.softplus(l.fake().neg()).mean().mul(new Scalar(0.5));
	}

	@Override
	public double publishedFactor() {
		return 2;
	}

}
