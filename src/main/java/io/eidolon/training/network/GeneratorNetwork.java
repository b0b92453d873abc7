package io.eidolon.training.network;

import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.bytedeco.pytorch.Tensor;

/** G: a network that turns latents into pictures. */
public interface GeneratorNetwork {

	/**
	 * Generates pictures.
	 * @param z (N, latentDimension)
	 * @return (N, channels, height, width) in [-1, 1]
	 */
	Tensor forward(Tensor z, ConditionTensors condition, Mode mode);

	/**
	 * Writes the network in evaluation mode as operators of an ONNX graph.
	 * @return the image (N, channels, height, width)
	 */
	Value emit(GraphBuilder graph, GeneratorInputs inputs);

	/** Takes the axes of the captions that a network which reads them learns from. */
	default void fit(SentenceAxes axes) {
	}

	Weights weights();

	Architecture architecture();

}
