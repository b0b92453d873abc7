package io.eidolon.training.network;

import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/** D: a network that tells real pictures from drawn ones. */
public interface DiscriminatorNetwork {

	/**
	 * Judges pictures.
	 * @param x (N, channels, size, size) in [-1, 1]
	 * @param label (N) int64, or null for a network without labels
	 * @return (N) logits l, with D(x) = sigmoid(l)
	 */
	Tensor forward(Tensor x, @Nullable Tensor label);

	Weights weights();

}
