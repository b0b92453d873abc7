package io.eidolon.training.objective;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The hinge objective (Lim and Ye 2017, "Geometric GAN"):
 *
 * <pre>
 * J(D) = E max(0, 1 - l(x)) + E max(0, 1 + l(G(z)))
 * J(G) = -E l(G(z))
 * </pre>
 *
 * The best l is the sign of p - q. There J(D) = 2 - 2 TV, and J(G) + E l(x) = 2 TV, with
 * the total variation TV, half the integral of |p - q|.
 */
public record Hinge() implements Objective {

	@Override
	public String name() {
		return "hinge";
	}

	@Override
	public Tensor discriminatorLoss(Logits l) {
		Tensor real = torch.relu(l.real().neg().add(new Scalar(1.0))).mean();
		Tensor fake = torch.relu(l.fake().add(new Scalar(1.0))).mean();
		return real.add(fake);
	}

	@Override
	public Tensor generatorLoss(Logits l) {
		return l.fake().mean().neg();
	}

}
