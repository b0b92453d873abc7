package io.eidolon.training.objective;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * The matching-aware loss of a discriminator that sees captions (Reed et al. 2016,
 * "Generative Adversarial Text to Image Synthesis", algorithm 1; with the weights of Tao
 * et al. 2022): what is fake, and what is real but has a wrong caption, count half each.
 * For the hinge objective
 *
 * <pre>
 * J(D) = E max(0, 1 - l(x, c)) + 1/2 E max(0, 1 + l(G(z, c), c)) + 1/2 E max(0, 1 + l(x, c'))
 * </pre>
 *
 * which is the mean of two losses, one with fake pictures and one with wrong captions.
 * That is how it is defined for every objective. Pictures for which no wrong caption was
 * found have no part in the second.
 */
public final class MatchingAware {

	private MatchingAware() {
	}

	/**
	 * J(D), a scalar.
	 * @param l the logits of real and of fake pictures with their captions
	 * @param wrong (N) those of the real pictures with wrong captions
	 * @param found (N) whether a picture has one
	 */
	public static Tensor discriminatorLoss(Objective objective, Logits l, Tensor wrong, Tensor found) {
		Tensor rows = found.nonzero().squeeze(1);
		Tensor generated = objective.discriminatorLoss(l);
		if (rows.size(0) == 0) {
			return generated;
		}
		return generated
			.add(objective
				.discriminatorLoss(new Logits(l.real().index_select(0, rows), wrong.index_select(0, rows))))
			.mul(new Scalar(0.5));
	}

}
