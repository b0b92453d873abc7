package io.eidolon.graph.gradient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import io.eidolon.graph.InvalidGraphException;
import org.jspecify.annotations.Nullable;

/**
 * The chain rule from the last node to the first: what a node makes of the gradients of
 * its outputs goes to its inputs, and gradients that meet are summed.
 */
final class ReverseMode {

	private final List<NodeProto> nodes;

	private final Tape tape;

	private final Map<String, List<String>> gradients = new HashMap<>();

	ReverseMode(GraphProto graph, Tape tape) {
		this.nodes = List.copyOf(graph.getNodeList());
		this.tape = tape;
	}

	/**
	 * Appends the gradient of the sum of a value's elements in an input.
	 * @return the name of the gradient, of the input's shape
	 */
	String gradient(String of, String in) {
		Set<String> active = active(in);
		List<NodeProto> path = path(of, active);
		// The first operator without a rule is named, before what follows from it fails.
		path.forEach((node) -> GradientRules.of(node)
			.orElseThrow(() -> new UnsupportedOperatorException(node, "has no gradient")));
		if (path.isEmpty()) {
			throw flat(in, active);
		}
		this.gradients.put(of, List.of(this.tape.filledLike(of, 1)));
		for (NodeProto node : path.reversed()) {
			List<Optional<String>> dys = node.getOutputList().stream().map(this::collected).toList();
			differentiate(new Step(this.tape, node, dys), active);
		}
		return collected(in).orElseThrow(() -> flat(in, active));
	}

	// The nodes by way of which the one changes with the other.
	private List<NodeProto> path(String of, Set<String> active) {
		Set<String> needed = new HashSet<>(Set.of(of));
		List<NodeProto> path = new ArrayList<>();
		for (NodeProto node : this.nodes.reversed()) {
			if (node.getOutputList()
				.stream()
				.anyMatch((output) -> active.contains(output) && needed.contains(output))) {
				path.add(node);
				node.getInputList().stream().filter(active::contains).forEach(needed::add);
			}
		}
		return path.reversed();
	}

	private void differentiate(Step step, Set<String> active) {
		GradientRule rule = GradientRules.of(step.node()).orElseThrow(() -> step.unsupported("has no gradient"));
		for (int i = 0; i < step.node().getInputCount(); i++) {
			if (active.contains(step.x(i))) {
				this.gradients.computeIfAbsent(step.x(i), (input) -> new ArrayList<>()).add(rule.gradient(step, i));
			}
		}
	}

	private Optional<String> collected(String value) {
		return Optional.ofNullable(this.gradients.get(value)).map(this.tape::sum);
	}

	// What changes with the input, by way of operators that have a slope.
	private Set<String> active(String in) {
		Set<String> active = new HashSet<>(Set.of(in));
		for (NodeProto node : this.nodes) {
			boolean reads = node.getInputList().stream().anyMatch(active::contains) || holdsGraph(node);
			if (reads && !GradientRules.isFlat(node)) {
				node.getOutputList().stream().filter(this::isReal).forEach(active::add);
			}
		}
		return active;
	}

	// A branch or a loop may read any value of the graph around it.
	private static boolean holdsGraph(NodeProto node) {
		return node.getAttributeList()
			.stream()
			.anyMatch((attribute) -> attribute.hasG() || attribute.getGraphsCount() > 0);
	}

	private boolean isReal(String value) {
		return !value.isEmpty() && switch (this.tape.shapes().type(value)) {
			case BOOL, STRING, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> false;
			default -> true;
		};
	}

	// Steps such as Round have a slope of zero wherever they have one.
	private RuntimeException flat(String in, Set<String> active) {
		@Nullable NodeProto flat = this.nodes.stream()
			.filter((node) -> node.getInputList().stream().anyMatch(active::contains))
			.filter((node) -> node.getOutputList().stream().noneMatch(active::contains))
			.reduce((first, second) -> second)
			.orElse(null);
		return (flat != null) ? new UnsupportedOperatorException(flat, "has a gradient of zero everywhere")
				: new InvalidGraphException("What the generator draws does not depend on " + in);
	}

}
