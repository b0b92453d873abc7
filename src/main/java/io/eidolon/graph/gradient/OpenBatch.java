package io.eidolon.graph.gradient;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.eidolon.graph.Dimension;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Value;
import io.eidolon.graph.shape.Shapes;

/**
 * Lets a generator that was written for one image make many in a run. What holds it to
 * one is mostly a Reshape to {@code (1, ...)}, which becomes {@code (-1, ...)}.
 */
final class OpenBatch {

	private OpenBatch() {
	}

	/**
	 * The generator with an open batch; as it is where that is open already, or where a
	 * row of some value would not belong to one image alone.
	 */
	static Graph of(OnnxGraph generator) {
		Graph graph = Graph.of(generator);
		List<Dimension> latent = graph.inputs().getFirst().shape();
		if (latent == null || latent.isEmpty() || !latent.getFirst().equals(Dimension.fixed(1))) {
			return graph;
		}
		try {
			open(graph);
			return hasRows(graph) ? graph : Graph.of(generator);
		}
		catch (InvalidGraphException ex) {
			return Graph.of(generator);
		}
	}

	private static void open(Graph graph) {
		Shapes one = Shapes.of(graph);
		NodeWriter writer = NodeWriter.atEnd(graph, "open-batch/");
		for (Node node : graph.nodes("Reshape")) {
			one.of(node.output()).filter((shape) -> !shape.isEmpty() && shape.getFirst() == 1).ifPresent((shape) -> {
				long[] open = Tape.longs(shape);
				open[0] = BatchShapes.OPEN;
				node.setInput(1, writer.integers(open));
			});
		}
		graph.inputs().forEach((input) -> input.declare(input.type().withBatch(Dimension.BATCH)));
		graph.outputs().forEach((output) -> output.declare(output.type().withBatch(Dimension.BATCH)));
	}

	// Rows of one size in row-major order stay apart, whatever is done within them.
	private static boolean hasRows(Graph graph) {
		BatchShapes shapes = BatchShapes.of(graph);
		Set<Value> dependent = new HashSet<>(graph.inputs());
		for (Node node : graph.nodes()) {
			if (node.inputs().stream().anyMatch(dependent::contains) && !GradientRules.isFlat(node)) {
				if (!node.outputs().stream().allMatch(shapes::hasRows)) {
					return false;
				}
				dependent.addAll(node.outputs());
			}
		}
		return true;
	}

}
