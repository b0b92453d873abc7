package io.eidolon.graph.shape;

import java.util.List;

import io.eidolon.graph.InvalidGraphException;

/** How an operator's outputs follow from its inputs. */
@FunctionalInterface
interface ShapeRule {

	/**
	 * Tells the outputs of a node, in their order; those that are left out are not known.
	 * @throws InvalidGraphException when no such node can be run
	 */
	List<InferredTensor> apply(ShapedNode node);

}
