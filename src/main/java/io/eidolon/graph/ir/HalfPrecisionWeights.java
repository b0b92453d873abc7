package io.eidolon.graph.ir;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.OnnxGraph;

/**
 * Halves the file of a model: weights are stored as IEEE 754 binary16 and cast to float
 * where they are read, so that inputs, outputs and all arithmetic stay float. A runtime
 * folds the casts when it loads the model.
 */
public final class HalfPrecisionWeights {

	private HalfPrecisionWeights() {
	}

	/**
	 * Rewrites a model. Each float weight of two axes or more is rounded to the nearest
	 * half, ties to even. Vectors stay as they are: biases and statistics weigh next to
	 * nothing, and a small variance would be lost.
	 * @param model the bytes of an {@code .onnx} file
	 * @return the bytes of the smaller file
	 * @throws IllegalArgumentException when these are no model, or when a weight is
	 * beyond the range of a half
	 */
	public static byte[] store(byte[] model) {
		Graph graph = parsed(model);
		for (Value weight : graph.constants()) {
			weight.constant()
				.filter((tensor) -> tensor.type() == DataType.FLOAT && tensor.rank() > 1)
				.ifPresent((tensor) -> store(graph, weight, tensor));
		}
		return graph.onnx().bytes();
	}

	private static Graph parsed(byte[] model) {
		try {
			return Graph.of(OnnxGraph.parse(model));
		}
		catch (InvalidGraphException ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
	}

	// The cast stands before the nodes that read it, and takes the name of the weight.
	private static void store(Graph graph, Value weight, Constant tensor) {
		float[] floats = tensor.floats();
		for (float value : floats) {
			if (!Float.isFinite(Float.float16ToFloat(Float.floatToFloat16(value)))) {
				throw new IllegalArgumentException(
						"%s holds %s; a half holds finite values up to 65504".formatted(weight.name(), value));
			}
		}
		NodeWriter writer = NodeWriter.atStart(graph, "");
		Value half = writer.constant(weight.name() + "_half", Constant.halves(floats, tensor.shape()));
		graph.replace(weight, writer.cast(half, DataType.FLOAT));
	}

}
