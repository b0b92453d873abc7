package io.eidolon.training.network;

import java.util.List;

import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** D: a network that tells real pictures from fake ones. */
public interface DiscriminatorNetwork {

	/**
	 * Computes the logits of pictures.
	 * @param x (N, channels, height, width) in [-1, 1]
	 * @return (N) logits l, with D(x) = sigmoid(l)
	 */
	default Tensor forward(Tensor x, ConditionTensors condition) {
		return logits(features(x), condition);
	}

	/**
	 * Computes what does not depend on the condition.
	 * @param x (N, channels, height, width) in [-1, 1]
	 * @return (N, ...)
	 */
	default Tensor features(Tensor x) {
		return features(maps(x, Mode.TRAINING), Mode.TRAINING);
	}

	/**
	 * Computes the feature maps of each layer, the first layer first.
	 * @param x (N, channels, height, width) in [-1, 1]
	 * @return (N, maps, h, w) for each layer
	 */
	List<Tensor> maps(Tensor x, Mode mode);

	/**
	 * Computes the features from the maps of the layers. In evaluation mode those of a
	 * picture do not depend on its batch.
	 * @return (N, ...)
	 */
	Tensor features(List<Tensor> maps, Mode mode);

	/**
	 * Computes the logits of pictures from their features. What the condition leaves out
	 * does not count.
	 * @param features (N, ...)
	 * @return (N) logits l, with D(x) = sigmoid(l)
	 */
	Tensor logits(Tensor features, ConditionTensors condition);

	/**
	 * Reads captions from the features of pictures.
	 * @param features (N, ...)
	 * @return (N, 64) along the axes of the captions
	 */
	default Tensor read(Tensor features) {
		throw new UnsupportedOperationException("This discriminator knows no captions");
	}

	/** The numbers of {@link #features} of one picture. */
	default int featureCount(Architecture architecture) {
		try (PointerScope _ = new PointerScope(); NoGradGuard _ = new NoGradGuard()) {
			Tensor x = torch.zeros(1, architecture.channels(), architecture.size().height(),
					architecture.size().width());
			return (int) features(maps(x, Mode.EVALUATION), Mode.EVALUATION).numel();
		}
	}

	/** Takes the axes of the captions that a network which reads them learns from. */
	default void fit(SentenceAxes axes) {
	}

	/** (N, 384) embeddings to (N, 64), along the axes of the captions. */
	default Tensor along(Tensor sentence) {
		return sentence;
	}

	/**
	 * The maps and the logits, of any condition, in evaluation mode as nodes of a graph.
	 */
	EmittedDiscriminator emit(GraphBuilder graph, Value image);

	Weights weights();

	/**
	 * What a discriminator computes in a graph.
	 *
	 * @param maps the feature maps of each layer, the first layer first
	 * @param logits (N, 1, 1, 1) or (N, 1)
	 */
	record EmittedDiscriminator(List<EmittedMaps> maps, Value logits) {

	}

	/**
	 * The feature maps of a layer in a graph.
	 *
	 * @param value (N, channels, height, width)
	 */
	record EmittedMaps(Value value, int channels, int height, int width) {

		/** Those of networks that double their width at each halving. */
		public static EmittedMaps of(Value value, Architecture architecture, int halvings) {
			return new EmittedMaps(value, architecture.width(halvings), architecture.size().height(halvings),
					architecture.size().width(halvings));
		}

	}

}
