package io.eidolon.training.network;

import io.eidolon.graph.GraphBuilder;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/** G: a network that turns latents into pictures. */
public interface GeneratorNetwork {

	/**
	 * Draws pictures.
	 * @param z (N, latentDimension)
	 * @param label (N) int64, or null for a network without labels
	 * @return (N, channels, size, size) in [-1, 1]
	 */
	Tensor forward(Tensor z, @Nullable Tensor label, Mode mode);

	/**
	 * Writes the network in evaluation mode as operators of an ONNX graph.
	 * @param z the name of the value (N, latentDimension)
	 * @param label the name of the value (N) int64, or null for a network without labels
	 * @return the name of the value (N, channels, size, size)
	 */
	String emit(GraphBuilder graph, String z, @Nullable String label);

	Weights weights();

	Architecture architecture();

}
