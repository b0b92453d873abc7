package io.eidolon.training.network;

import org.bytedeco.pytorch.Tensor;

/**
 * What tells from the features of a discriminator by how many quarter turns a picture was
 * rotated: a linear layer (Gidaris et al. 2018, "Unsupervised Representation Learning by
 * Predicting Image Rotations"; in a discriminator Chen et al. 2019, "Self-Supervised GANs
 * via Auxiliary Rotation Loss").
 */
public final class RotationHead {

	/** The rotations that are told apart: none, and one to three quarter turns. */
	public static final int TURNS = 4;

	private final Weights weights = new Weights();

	private final Linear layer;

	/** Creates a head, its initial weights following from libtorch's seed. */
	public RotationHead(DiscriminatorNetwork discriminator, Architecture architecture) {
		this.layer = Linear.of(this.weights, "rotation", discriminator.featureCount(architecture), TURNS);
	}

	/**
	 * Computes the logits of the rotations.
	 * @param features (N, ...)
	 * @return (N, TURNS)
	 */
	public Tensor forward(Tensor features) {
		return this.layer.forward(features.flatten(1, -1));
	}

	public Weights weights() {
		return this.weights;
	}

}
