package io.eidolon.graph.canonical;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.InlinedBranch;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.Value;
import io.eidolon.graph.shape.Shapes;

/**
 * Takes the branch that each {@code If} takes in every run, where shapes or constants
 * tell which. PyTorch before 2.5 writes {@code x.squeeze(1)} so: dropped if it is 1.
 */
final class ConstantBranches {

	private ConstantBranches() {
	}

	/**
	 * Inlines branches until none is left of which the condition is known.
	 * @param inputs the shapes of inputs for one image
	 * @param upgrade writes the nodes of branches as the others are written
	 */
	static void inline(Graph graph, Map<Value, List<Long>> inputs, OpsetUpgrade upgrade) {
		boolean inlined = !graph.nodes("If").isEmpty();
		while (inlined) {
			inlined = false;
			// What comes after a branch may be told only once it is inlined.
			Shapes shapes = Shapes.of(graph, inputs);
			for (Node node : graph.nodes("If")) {
				Optional<double[]> condition = shapes.values(node.input(0)).filter((values) -> values.length == 1);
				if (condition.isPresent()) {
					upgrade.apply(
							InlinedBranch.of(graph, node, (condition.get()[0] != 0) ? "then_branch" : "else_branch"));
					inlined = true;
				}
			}
		}
	}

	/**
	 * Refuses a graph of which a branch is left.
	 * @throws InvalidGraphException when there is one
	 */
	static void requireNone(Graph graph) {
		graph.nodes("If").stream().findFirst().ifPresent((node) -> {
			throw new InvalidGraphException(
					"Operator %s branches on what only a run tells; export the network without it, squeeze(1) of PyTorch as flatten or reshape"
						.formatted(node));
		});
	}

}
