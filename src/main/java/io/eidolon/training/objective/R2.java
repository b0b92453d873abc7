package io.eidolon.training.objective;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * The zero-centred gradient penalty on fake pictures, added to the loss of D:
 *
 * <pre>
 * R2 = gamma / 2 E |grad_y l(y)|^2, y = G(z)
 * </pre>
 *
 * (Mescheder, Geiger and Nowozin 2018, equation 10). While real and fake pictures are far
 * apart, it is what keeps D from being steep where G is.
 *
 * @param gamma the weight, 0 for no penalty
 */
public record R2(double gamma) {

	/** Whether there is a penalty, for which y must require a gradient. */
	public boolean active() {
		return this.gamma > 0;
	}

	/**
	 * The penalty, a scalar that can be differentiated again.
	 * @param y (N, ...) the fake pictures, detached from G
	 * @param fake (N) their logits, computed from y
	 */
	public Tensor penalty(Tensor y, Tensor fake) {
		return InputGradient.squaredNorms(fake, y).mean().mul(new Scalar(this.gamma / 2));
	}

}
