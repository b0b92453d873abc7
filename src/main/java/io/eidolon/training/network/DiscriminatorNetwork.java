package io.eidolon.training.network;

import org.bytedeco.pytorch.Tensor;

/** D: a network that tells real pictures from fake ones. */
public interface DiscriminatorNetwork {

	/**
	 * Computes the logits of pictures.
	 * @param x (N, channels, size, size) in [-1, 1]
	 * @return (N) logits l, with D(x) = sigmoid(l)
	 */
	default Tensor forward(Tensor x, Condition condition) {
		return logits(features(x), condition);
	}

	/**
	 * Computes what does not depend on the condition.
	 * @param x (N, channels, size, size) in [-1, 1]
	 * @return (N, ...)
	 */
	Tensor features(Tensor x);

	/**
	 * Computes the logits of pictures from their features.
	 * @param features (N, ...)
	 * @return (N) logits l, with D(x) = sigmoid(l)
	 */
	Tensor logits(Tensor features, Condition condition);

	/**
	 * Reads captions from the features of pictures.
	 * @param features (N, ...)
	 * @return (N, 64) along the axes of the captions
	 */
	default Tensor read(Tensor features) {
		throw new UnsupportedOperationException("This discriminator knows no captions");
	}

	/** Takes the axes of the captions that a network which reads them learns from. */
	default void fit(SentenceAxes axes) {
	}

	/** (N, 384) embeddings to (N, 64), along the axes of the captions. */
	default Tensor along(Tensor sentence) {
		return sentence;
	}

	Weights weights();

}
