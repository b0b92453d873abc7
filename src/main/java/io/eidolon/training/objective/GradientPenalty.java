package io.eidolon.training.objective;

import java.util.Arrays;
import java.util.function.UnaryOperator;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The one-centred gradient penalty between real and fake pictures, added to the loss of
 * D:
 *
 * <pre>
 * GP = lambda E (|grad_u l(u)| - 1)^2, u = t x + (1 - t) G(z), t uniform in [0, 1]
 * </pre>
 *
 * (Gulrajani et al. 2017, "Improved Training of Wasserstein GANs", equation 3). It makes
 * the norm of the gradient of D between fake and real pictures 1, which is that of the
 * best D of the Wasserstein objective.
 *
 * @param lambda the weight, 0 for no penalty
 */
public record GradientPenalty(double lambda) {

	/** Keeps the gradient of the root finite where D is flat. */
	private static final double EPSILON = 1e-12;

	/** Whether there is a penalty. */
	public boolean active() {
		return this.lambda > 0;
	}

	/**
	 * The penalty, a scalar that can be differentiated again. t follows from libtorch's
	 * seed.
	 * @param x (N, ...) the real pictures
	 * @param y (N, ...) as many fake ones, detached from G
	 * @param discriminator D: (N, ...) to (N) logits
	 */
	public Tensor penalty(Tensor x, Tensor y, UnaryOperator<Tensor> discriminator) {
		long[] perPicture = new long[(int) x.dim()];
		Arrays.fill(perPicture, 1);
		perPicture[0] = x.size(0);
		Tensor t = torch.rand(perPicture).to(x);
		Tensor between = torch.lerp(y.detach(), x.detach(), t).requires_grad_(true);
		Tensor norms = InputGradient.squaredNorms(discriminator.apply(between), between)
			.add(new Scalar(EPSILON))
			.sqrt();
		return norms.sub(new Scalar(1.0)).square().mean().mul(new Scalar(this.lambda));
	}

}
