package io.eidolon.training.objective;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The relativistic pairing objective (Jolicoeur-Martineau 2019, "The relativistic
 * discriminator", and Huang et al. 2024, "The GAN is dead; long live the GAN!", equation
 * 2, with f(t) = -log(1 + e^-t)):
 *
 * <pre>
 * J(D) = E softplus(-(l(x) - l(G(z))))
 * J(G) = E softplus(-(l(G(z)) - l(x)))
 * </pre>
 *
 * Each fake picture is compared with a real one, so that D cannot push all of them away
 * together. D tells a pair (real, fake) from the same pair swapped; the best l is log p -
 * log q, and there J(D) = log 2 - JS(p x q, q x p). It is meant for R1 and R2 together.
 */
public record Relativistic() implements Objective {

	@Override
	public String name() {
		return "relativistic";
	}

	@Override
	public Tensor discriminatorLoss(Logits l) {
		return torch.softplus(l.fake().sub(l.real())).mean();
	}

	@Override
	public Tensor generatorLoss(Logits l) {
		return torch.softplus(l.real().sub(l.fake())).mean();
	}

	@Override
	public boolean comparesWithReal() {
		return true;
	}

}
