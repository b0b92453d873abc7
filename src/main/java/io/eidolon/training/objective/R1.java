package io.eidolon.training.objective;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * The zero-centred gradient penalty on real pictures, added to the loss of D:
 *
 * <pre>
 * R1 = gamma / 2 E |grad_x l(x)|^2
 * </pre>
 *
 * (Mescheder, Geiger and Nowozin 2018, "Which Training Methods for GANs do actually
 * Converge?", equation 9). It keeps D from being steep where the data lies, so that G can
 * still follow it.
 * <p>
 * x is what D sees: with augmentations or instance noise, that is the picture after them,
 * and the gradient is taken with respect to its changed pixels. The paper has neither.
 *
 * @param gamma the weight, 0 for no penalty
 */
public record R1(double gamma) {

	/** Whether there is a penalty, for which x must require a gradient. */
	public boolean active() {
		return this.gamma > 0;
	}

	/**
	 * The penalty, a scalar that can be differentiated again.
	 * @param x (N, ...) the real pictures
	 * @param real (N) their logits, computed from x
	 */
	public Tensor penalty(Tensor x, Tensor real) {
		return InputGradient.squaredNorms(real, x).mean().mul(new Scalar(this.gamma / 2));
	}

}
