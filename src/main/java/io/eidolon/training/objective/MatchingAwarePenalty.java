package io.eidolon.training.objective;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The matching-aware gradient penalty on real pictures with their captions, added to the
 * discriminator's loss:
 *
 * <pre>
 * MA-GP = k E (|grad_x l(x, c)|^2 + |grad_c l(x, c)|^2)^3
 * </pre>
 *
 * (Tao et al. 2022, "DF-GAN: A Simple and Effective Baseline for Text-to-Image
 * Synthesis", equation 1 with p = 6). It makes D flat where real pictures with the right
 * captions lie, which is where G should end up; the sixth power leaves D free elsewhere.
 * Without captions it is that of x alone. As in {@link R1}, x is the picture after its
 * augmentations.
 *
 * @param weight k, 2 in the paper, 0 for no penalty
 */
public record MatchingAwarePenalty(double weight) {

	private static final double POWER = 6;

	/** Whether there is a penalty, for which x and c must require a gradient. */
	public boolean active() {
		return this.weight > 0;
	}

	/**
	 * The penalty, a scalar that can be differentiated again.
	 * @param x (N, ...) the real pictures
	 * @param c (N, ...) the embeddings of their captions, or null without captions
	 * @param real (N) the logits of both, computed from them
	 */
	public Tensor penalty(Tensor x, @Nullable Tensor c, Tensor real) {
		Tensor squared = (c != null) ? InputGradient.squaredNorms(real, x, c) : InputGradient.squaredNorms(real, x);
		return squared.pow(new Scalar(POWER / 2)).mean().mul(new Scalar(this.weight));
	}

}
