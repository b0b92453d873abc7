package io.eidolon.graph;

import java.util.List;
import java.util.Map;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;

/** Tells the shapes of what a graph makes where no rule does: by running it. */
@FunctionalInterface
public interface ShapeMeasurement {

	/** Nothing is run: what no rule tells stays unknown. */
	ShapeMeasurement NONE = (graph) -> Map.of();

	/**
	 * Runs a graph once.
	 * @param graph takes floats of fixed shapes
	 * @return what its outputs are, by their names
	 * @throws InvalidGraphException when it cannot be run
	 */
	Map<String, Measured> of(OnnxGraph graph);

	/**
	 * A tensor that a run made.
	 *
	 * @param type the type of its elements
	 * @param shape the size of each axis
	 */
	record Measured(DataType type, List<Long> shape) {

	}

}
