package io.eidolon.training.network;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * What tells pairs of a real picture and the latent that E estimates, (x, E(x)), from
 * pairs of a generated picture and its latent, (G(z), z): a perceptron of two hidden
 * layers on the features that D has of the picture, and the latent (Donahue et al. 2017,
 * "Adversarial Feature Learning"; as the joint term of Donahue and Simonyan 2019, "Large
 * Scale Adversarial Representation Learning").
 */
public final class PairDiscriminator {

	private static final double SLOPE = 0.2;

	private static final int WIDTH = 256;

	private final Weights weights = new Weights();

	private final Linear picture;

	private final Linear latent;

	private final Linear both;

	private final Linear output;

	/** Creates one, its initial weights following from libtorch's seed. */
	public PairDiscriminator(DiscriminatorNetwork discriminator, Architecture architecture) {
		this.picture = Linear.of(this.weights, "picture", discriminator.featureCount(architecture), WIDTH);
		this.latent = Linear.of(this.weights, "latent", architecture.latentDimension(), WIDTH);
		this.both = Linear.of(this.weights, "both", WIDTH, WIDTH);
		this.output = Linear.of(this.weights, "output", WIDTH, 1);
	}

	/**
	 * Computes the logits of pairs.
	 * @param features (N, ...) those of D
	 * @param z (N, latentDimension)
	 * @return (N)
	 */
	public Tensor forward(Tensor features, Tensor z) {
		Scalar slope = new Scalar(SLOPE);
		Tensor y = this.picture.forward(features.flatten(1, -1)).add(this.latent.forward(z.to(features.scalar_type())));
		y = this.both.forward(torch.leaky_relu(y, slope));
		return this.output.forward(torch.leaky_relu(y, slope)).flatten();
	}

	public Weights weights() {
		return this.weights;
	}

}
