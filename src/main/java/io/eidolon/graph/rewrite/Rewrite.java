package io.eidolon.graph.rewrite;

import java.util.List;
import java.util.function.Supplier;

import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Value;
import io.eidolon.graph.shape.Shapes;

/**
 * An equal way to compute a part of a graph: a pattern, checks, and a replacement.
 *
 * @param <M> what it finds where it applies
 */
sealed interface Rewrite<M extends Rewrite.Matched> permits ConstantFolding, BatchNormFolding, UpsampleFolding,
		NarrowConvolution, PixelProjection, PhaseConvolution {

	/** What it is called where a model's form is shown. */
	String name();

	/** The standard operators of the last node of its pattern. */
	String[] operators();

	/**
	 * Holds the surroundings of a node against the pattern, and checks its settings.
	 * @param node a node of one of the operators
	 * @param shapes tells the shapes of the graph's values
	 * @return what takes part in it, or why it does not apply
	 */
	Match<M> match(Node node, Supplier<Shapes> shapes);

	/**
	 * Writes what computes the same.
	 * @return what takes the place of the value that the last matched node makes
	 */
	Value replacement(M match, NodeWriter writer);

	/** A part of a graph that can be replaced. */
	interface Matched {

		/** The nodes that go, of which only the last one's value is read by others. */
		List<Node> nodes();

	}

}
