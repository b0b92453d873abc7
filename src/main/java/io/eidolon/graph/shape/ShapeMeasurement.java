package io.eidolon.graph.shape;

import java.util.Map;

import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.TensorType;

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
	Map<String, TensorType> of(OnnxGraph graph);

}
