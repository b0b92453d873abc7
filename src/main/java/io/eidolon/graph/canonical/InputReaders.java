package io.eidolon.graph.canonical;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.Constant;
import io.eidolon.graph.ir.Use;
import io.eidolon.graph.ir.Value;

/**
 * What reads an input first, also by way of nodes that give its numbers another type,
 * other axes, or an offset.
 *
 * @param uses where it is read
 */
record InputReaders(List<Use> uses) {

	/** Nodes behind which there are the same numbers in other axes. */
	private static final String[] LAYOUT = { "Identity", "Cast", "CastLike", "Reshape", "Squeeze", "Unsqueeze",
			"Flatten", "Dropout", "Transpose" };

	/** Nodes behind which an index is still one. */
	private static final String[] INDEX = { "Expand", "Tile", "Slice", "Clip", "Floor", "Round", "Ceil", "Split",
			"Mod" };

	/** The same, when one of the operands is a constant. */
	private static final String[] OFFSET = { "Add", "Sub", "Mul", "Max", "Min", "Div" };

	static InputReaders of(Value input) {
		return new InputReaders(uses(input));
	}

	/** Whether it chooses rows of a table, or positions of a one-hot. */
	boolean isIndex() {
		return this.uses.stream().anyMatch(InputReaders::reads);
	}

	/** How many rows the table has that it chooses from. */
	Optional<Long> classes() {
		return first((use) -> reads(use) ? switch (use.node().operator()) {
			case "Gather", "GatherElements" -> axis(use.node(), use.node().input(0));
			case "OneHot" -> weight(use.node().input(1)).map((depth) -> (long) depth.values()[0]);
			case "Equal" -> weight(use.node().input(1 - use.input())).map(Constant::elements);
			default -> axis(use.node(), use.node().input(0));
		} : Optional.empty());
	}

	/** The length of a latent or one-hot: the inner axis of the first layer. */
	Optional<Long> width() {
		return first((use) -> (use.input() != 0) ? Optional.empty() : switch (use.node().operator()) {
			case "MatMul" -> size(use.node().input(1), -2);
			case "ConvTranspose" -> size(use.node().input(1), 0);
			case "Gemm" -> size(use.node().input(1), (use.node().attributes().integer("transB", 0) != 0) ? 1 : 0);
			case "Conv" -> size(use.node().input(1), 1);
			default -> Optional.empty();
		});
	}

	private static boolean reads(Use use) {
		return switch (use.node().operator()) {
			case "Gather", "GatherElements", "GatherND", "ScatterElements", "ScatterND", "Scatter" -> use.input() == 1;
			case "OneHot" -> use.input() == 0;
			case "Equal" -> weight(use.node().input(1 - use.input())).filter((row) -> row.elements() > 1).isPresent();
			default -> false;
		};
	}

	private Optional<Long> first(Function<Use, Optional<Long>> size) {
		return this.uses.stream().map(size).flatMap(Optional::stream).findFirst();
	}

	private static List<Use> uses(Value input) {
		List<Value> followed = new ArrayList<>(List.of(input));
		Set<Value> known = new HashSet<>(followed);
		List<Use> uses = new ArrayList<>();
		for (int i = 0; i < followed.size(); i++) {
			for (Use use : followed.get(i).uses()) {
				uses.add(use);
				if (passes(use)) {
					use.node().outputs().stream().filter(known::add).forEach(followed::add);
				}
			}
		}
		return uses;
	}

	private static boolean passes(Use use) {
		Node node = use.node();
		if (node.is(OFFSET)) {
			return node.inputs().size() == 2
					&& weight(node.input(1 - use.input())).filter((tensor) -> tensor.elements() == 1).isPresent();
		}
		boolean chosen = node.is("Gather") && weight(node.input(1)).isPresent();
		return use.input() == 0 && (chosen || node.is(LAYOUT) || node.is(INDEX));
	}

	private static Optional<Long> axis(Node node, Value table) {
		return size(table, (int) node.attributes().integer("axis", 0));
	}

	private static Optional<Long> size(Value value, int axis) {
		return weight(value).map(Constant::shape)
			.filter((shape) -> (axis < 0) ? -axis <= shape.size() : axis < shape.size())
			.map((shape) -> shape.get((axis < 0) ? axis + shape.size() : axis));
	}

	private static Optional<Constant> weight(Value value) {
		return value.constant()
			.or(() -> value.producer("Constant").flatMap((node) -> node.attributes().tensor("value")))
			.or(() -> value.producer("Identity", "Cast", "DequantizeLinear").flatMap((node) -> weight(node.input(0))));
	}

}
