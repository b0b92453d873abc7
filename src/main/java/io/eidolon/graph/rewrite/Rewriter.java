package io.eidolon.graph.rewrite;

import java.util.ArrayList;
import java.util.List;

import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Value;
import io.eidolon.graph.shape.Shapes;
import org.jspecify.annotations.Nullable;

/** Applies rewrites to a graph, wherever they match. */
final class Rewriter {

	private final Graph graph;

	private final List<RewriteOutcome> outcomes = new ArrayList<>();

	private @Nullable Shapes shapes;

	Rewriter(Graph graph) {
		this.graph = graph;
	}

	/** What became of each rewrite at each node that it looked at. */
	List<RewriteOutcome> outcomes() {
		return List.copyOf(this.outcomes);
	}

	/** Rewrites every place that a rewrite applies to, and says whether there is one. */
	<M extends Rewrite.Matched> boolean apply(Rewrite<M> rewrite) {
		boolean applied = false;
		for (Node node : this.graph.nodes(rewrite.operators())) {
			String label = node.label();
			String reason = switch (rewrite.match(node, this::shapes)) {
				case Match.None<M>(String why) -> why;
				case Match.Found<M>(M match) -> {
					replace(rewrite, match);
					yield null;
				}
			};
			this.outcomes.add(new RewriteOutcome(rewrite.name(), label, reason));
			applied |= reason == null;
		}
		return applied;
	}

	private <M extends Rewrite.Matched> void replace(Rewrite<M> rewrite, M match) {
		replace(this.graph, match.nodes(),
				rewrite.replacement(match, NodeWriter.before(match.nodes().getLast(), this.graph, "")));
		this.shapes = null;
	}

	/**
	 * Puts a value in the place of what the last of some nodes makes, and removes them.
	 */
	static void replace(Graph graph, List<Node> nodes, Value by) {
		graph.replace(nodes.getLast().output(), by);
		nodes.reversed().forEach(graph::remove);
	}

	// What takes the place of a value is another one, so that each replacement tells all
	// shapes anew.
	private Shapes shapes() {
		if (this.shapes == null) {
			this.shapes = Shapes.of(this.graph);
		}
		return this.shapes;
	}

}
