package io.eidolon.training.network;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * q(z | x, c): the latents that a picture may come from, given its caption, as normal
 * distributions (Kingma and Welling 2014; with a condition Sohn et al. 2015). It reads
 * the caption so that z need not say again what the caption says.
 */
public final class VariationalEncoder {

	private static final int HIDDEN = 256;

	private static final double SLOPE = 0.2;

	/**
	 * Bounds of the logarithm of a variance, within which its exponential is harmless.
	 */
	private static final double NARROW = -10;

	private static final double WIDE = 4;

	private final Weights weights = new Weights();

	private final JointEncoder pictures;

	private final @Nullable SentenceInput sentence;

	private final Linear mean;

	private final Linear logVariance;

	/** Creates an encoder, its initial weights following from libtorch's seed. */
	public VariationalEncoder(Architecture architecture) {
		this.pictures = new JointEncoder(this.weights, architecture, HIDDEN);
		this.sentence = architecture.readsText() ? new SentenceInput(this.weights) : null;
		int input = HIDDEN + ((this.sentence != null) ? SentenceInput.WIDTH : 0);
		this.mean = Linear.of(this.weights, "mean", input, architecture.latentDimension());
		this.logVariance = Linear.constant(this.weights, "log-variance", input,
				torch.zeros(architecture.latentDimension()));
	}

	/**
	 * Estimates latents.
	 * @param x (N, channels, height, width) in [-1, 1]
	 * @param condition the captions, along the axes of the networks
	 */
	public Latents forward(Tensor x, ConditionTensors condition, Mode mode) {
		Tensor seen = torch.leaky_relu(this.pictures.forward(x, mode), new Scalar(SLOPE));
		if (this.sentence != null) {
			seen = this.sentence.appendTo(seen, condition);
		}
		Tensor logVariance = this.logVariance.forward(seen);
		return new Latents(this.mean.forward(seen),
				logVariance.clamp_min(new Scalar(NARROW)).clamp_max(new Scalar(WIDE)));
	}

	public Weights weights() {
		return this.weights;
	}

	/**
	 * A normal distribution for each picture.
	 *
	 * @param mean (N, latentDimension)
	 * @param logVariance (N, latentDimension)
	 */
	public record Latents(Tensor mean, Tensor logVariance) {

	}

}
