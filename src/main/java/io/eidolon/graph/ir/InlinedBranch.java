package io.eidolon.graph.ir;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import ai.onnx.proto.OnnxMl.GraphProto;
import io.eidolon.graph.InvalidGraphException;

/** The nodes of a branch in the place of the node that would choose it. */
public final class InlinedBranch {

	private InlinedBranch() {
	}

	/**
	 * Puts the nodes of one of its branches in the place of an {@code If}.
	 * @param branch the name of the branch's attribute
	 * @return the nodes
	 */
	public static List<Node> of(Graph graph, Node node, String branch) {
		GraphProto inner = node.attributes()
			.graph(branch)
			.orElseThrow(() -> new InvalidGraphException("%s has no %s".formatted(node, branch)));
		Set<Node> before = new HashSet<>(graph.nodes());
		List<Value> made = OnnxReader.inline(graph, inner, node);
		if (made.size() != node.outputs().size()) {
			throw new InvalidGraphException(
					"%s makes %s values, but %s makes %s".formatted(node, node.outputs().size(), branch, made.size()));
		}
		for (int i = 0; i < made.size(); i++) {
			// A copy, since a branch may give what is an output or a constant already.
			graph.replace(node.outputs().get(i), NodeWriter.before(node, graph, "").node("Identity", made.get(i)));
		}
		graph.remove(node);
		return graph.nodes().stream().filter((added) -> !before.contains(added)).toList();
	}

}
