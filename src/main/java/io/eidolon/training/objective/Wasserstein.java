package io.eidolon.training.objective;

import org.bytedeco.pytorch.Tensor;

/**
 * The Wasserstein objective (Arjovsky, Chintala and Bottou 2017, "Wasserstein Generative
 * Adversarial Networks", equation 2 and theorem 3):
 *
 * <pre>
 * J(D) = E l(G(z)) - E l(x)
 * J(G) = -E l(G(z))
 * </pre>
 *
 * Over all l whose gradient is at most 1, the least J(D) is -W1(p, q), the distance that
 * mass must travel from q to p, and G follows the gradient of W1. Without such a bound
 * J(D) falls for ever, so that a gradient penalty or spectral normalisation is needed.
 */
public record Wasserstein() implements Objective {

	@Override
	public String name() {
		return "wasserstein";
	}

	@Override
	public Tensor discriminatorLoss(Logits l) {
		return l.fake().mean().sub(l.real().mean());
	}

	@Override
	public Tensor generatorLoss(Logits l) {
		return l.fake().mean().neg();
	}

	@Override
	public boolean needsBoundedGradient() {
		return true;
	}

}
