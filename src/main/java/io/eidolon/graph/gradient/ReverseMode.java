package io.eidolon.graph.gradient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.Value;

/**
 * The chain rule from the last node to the first: what a node makes of the gradients of
 * its outputs goes to its inputs, and gradients that meet are summed.
 */
final class ReverseMode {

	private final List<Node> nodes;

	private final Tape tape;

	private final Map<Value, List<Value>> gradients = new HashMap<>();

	/** Prepares to differentiate what a graph computes now. */
	ReverseMode(Graph graph, Tape tape) {
		this.nodes = graph.nodes();
		this.tape = tape;
	}

	/**
	 * Appends the gradients of the sum of a value's elements in some inputs.
	 * @return the gradients, each of its input's shape
	 */
	List<Value> gradients(Value of, List<Value> in) {
		Set<Value> active = active(in);
		List<Node> path = path(of, active);
		// The first operator without a rule is named, before what follows from it fails.
		path.forEach((node) -> GradientRules.of(node)
			.orElseThrow(() -> new UnsupportedOperatorException(node, "has no gradient")));
		if (path.isEmpty()) {
			throw flat(in.getFirst(), active);
		}
		this.gradients.put(of, List.of(this.tape.filledLike(of, 1)));
		for (Node node : path.reversed()) {
			List<Optional<Value>> dys = node.outputs().stream().map(this::collected).toList();
			differentiate(new Step(this.tape, node, dys), active);
		}
		return in.stream()
			.map((input) -> collected(input).orElseThrow(() -> flat(input, active(List.of(input)))))
			.toList();
	}

	// The nodes by way of which the one changes with the other.
	private List<Node> path(Value of, Set<Value> active) {
		Set<Value> needed = new HashSet<>(Set.of(of));
		List<Node> path = new ArrayList<>();
		for (Node node : this.nodes.reversed()) {
			if (node.outputs().stream().anyMatch((output) -> active.contains(output) && needed.contains(output))) {
				path.add(node);
				node.inputs().stream().filter(active::contains).forEach(needed::add);
			}
		}
		return path.reversed();
	}

	private void differentiate(Step step, Set<Value> active) {
		GradientRule rule = GradientRules.of(step.node()).orElseThrow(() -> step.unsupported("has no gradient"));
		for (int i = 0; i < step.node().inputs().size(); i++) {
			if (active.contains(step.x(i))) {
				this.gradients.computeIfAbsent(step.x(i), (input) -> new ArrayList<>()).add(rule.gradient(step, i));
			}
		}
	}

	private Optional<Value> collected(Value value) {
		return Optional.ofNullable(this.gradients.get(value)).map(this.tape::sum);
	}

	// What changes with the inputs, by way of operators that have a derivative.
	private Set<Value> active(List<Value> in) {
		Set<Value> active = new HashSet<>(in);
		for (Node node : this.nodes) {
			boolean reads = node.inputs().stream().anyMatch(active::contains) || node.attributes().holdGraph();
			if (reads && !GradientRules.isFlat(node)) {
				node.outputs().stream().filter(this::isReal).forEach(active::add);
			}
		}
		return active;
	}

	private boolean isReal(Value value) {
		return !value.name().isEmpty() && switch (this.tape.shapes().type(value)) {
			case BOOL, STRING, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> false;
			default -> true;
		};
	}

	// Steps such as Round have a derivative of zero wherever they have one.
	private RuntimeException flat(Value in, Set<Value> active) {
		return this.nodes.stream()
			.filter((node) -> node.inputs().stream().anyMatch(active::contains))
			.filter((node) -> node.outputs().stream().noneMatch(active::contains))
			.reduce((first, second) -> second)
			.<RuntimeException>map(
					(node) -> new UnsupportedOperatorException(node, "has a gradient of zero everywhere"))
			.orElseGet(() -> new InvalidGraphException("What the generator makes does not depend on " + in));
	}

}
