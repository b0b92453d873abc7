package io.eidolon.training.loop;

import io.eidolon.training.network.ComputeType;
import io.eidolon.training.network.ConditionTensors;
import io.eidolon.training.network.Mode;
import io.eidolon.training.network.VariationalEncoder;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The part of reconstruction in a step of G (Larsen et al. 2016, "Autoencoding beyond
 * pixels using a learned similarity metric"; with a condition Bao et al. 2017): an
 * encoder tells the latents q(z | x, c) of real pictures with captions, and G generates
 * them again,
 *
 * <pre>
 * 1/4 sum_s E |down_s(G(z, c)) - down_s(x)| + beta KL(q(z | x, c) || N(0, 1)) / numbers of x
 * </pre>
 *
 * with pictures at 1, 1/2, 1/4 and 1/8 of their size: what is coarse, colours above all,
 * counts more than what D teaches better, sharp edges. With a beta of 1 it is the
 * negative lower bound of log p(x | c), but for a constant, where the differences have a
 * Laplace distribution of scale 1 at each size; with more, z of pictures are closer to
 * those that are sampled (Higgins et al. 2017).
 */
final class VariationalStep {

	private static final int SIZES = 4;

	private final Settings settings;

	private final Networks networks;

	private final VariationalEncoder encoder;

	VariationalStep(Settings settings, Networks networks, VariationalEncoder encoder) {
		this.settings = settings;
		this.networks = networks;
		this.encoder = encoder;
	}

	/**
	 * The weighted loss of G and of the encoder, a scalar.
	 * @param real (N, channels, height, width) pictures as they are
	 */
	Tensor loss(Tensor real, ConditionTensors condition) {
		ComputeType type = this.settings.precision();
		VariationalEncoder.Latents q = this.encoder.forward(type.enter(real), condition, Mode.TRAINING);
		Tensor mean = type.leave(q.mean());
		Tensor logVariance = type.leave(q.logVariance());
		Tensor z = mean.add(logVariance.mul(new Scalar(0.5)).exp().mul(torch.randn_like(mean)));
		Tensor again = this.networks.generate(type, z, condition);
		double beta = this.settings.options().divergence() / numbers(real);
		return difference(again, real).add(divergence(mean, logVariance).mul(new Scalar(beta)))
			.mul(new Scalar(this.settings.options().reconstruction()));
	}

	/** The mean absolute difference at several sizes, a scalar. */
	static Tensor difference(Tensor a, Tensor b) {
		Tensor difference = a.sub(b);
		Tensor sum = difference.abs().mean();
		for (int i = 1; i < SIZES; i++) {
			difference = torch.avg_pool2d(difference, 2, 2);
			sum = sum.add(difference.abs().mean());
		}
		return sum.div(new Scalar(SIZES));
	}

	/** KL(N(mean, exp(logVariance)) || N(0, 1)), the mean over pictures, a scalar. */
	static Tensor divergence(Tensor mean, Tensor logVariance) {
		return mean.square()
			.add(logVariance.exp())
			.sub(logVariance)
			.sub(new Scalar(1))
			.sum(1)
			.mean()
			.mul(new Scalar(0.5));
	}

	private static double numbers(Tensor pictures) {
		return (double) pictures.size(1) * pictures.size(2) * pictures.size(3);
	}

}
