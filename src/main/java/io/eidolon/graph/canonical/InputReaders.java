package io.eidolon.graph.canonical;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.Tensor;
import io.eidolon.graph.ir.Use;
import io.eidolon.graph.ir.Value;

/** Tells what an input does not declare from the weights that it meets first. */
final class InputReaders {

	private static final String[] PASSING = { "Identity", "Cast", "Reshape", "Squeeze", "Unsqueeze", "Flatten",
			"Dropout" };

	private InputReaders() {
	}

	/** The length of a latent: the inner axis of the first layer. */
	static Optional<Long> width(Value input) {
		return first(input, (use) -> switch (use.node().operator()) {
			case "MatMul", "ConvTranspose" -> size(use.node().input(1), 0);
			case "Gemm" -> size(use.node().input(1), (use.node().attributes().integer("transB", 0) != 0) ? 1 : 0);
			case "Conv" -> size(use.node().input(1), 1);
			default -> Optional.empty();
		});
	}

	/** The number of classes: the rows of an embedding, or the depth of a one-hot. */
	static Optional<Long> classes(Value input) {
		return first(input, (use) -> switch (use.node().operator()) {
			case "Gather" -> (use.input() == 1) ? size(use.node().input(0), 0) : Optional.empty();
			case "OneHot" -> weight(use.node().input(1)).map((depth) -> (long) depth.values()[0]);
			default -> Optional.empty();
		});
	}

	private static Optional<Long> first(Value input, Function<Use, Optional<Long>> size) {
		return uses(input).stream().map(size).flatMap(Optional::stream).findFirst();
	}

	// Where a value is read, also by way of nodes that only give it other axes.
	private static List<Use> uses(Value input) {
		List<Value> followed = new ArrayList<>(List.of(input));
		Set<Value> known = new HashSet<>(followed);
		List<Use> uses = new ArrayList<>();
		for (int i = 0; i < followed.size(); i++) {
			for (Use use : followed.get(i).uses()) {
				uses.add(use);
				if (use.input() == 0 && use.node().is(PASSING) && known.add(use.node().output())) {
					followed.add(use.node().output());
				}
			}
		}
		return uses;
	}

	private static Optional<Long> size(Value value, int axis) {
		return weight(value).filter((tensor) -> axis < tensor.rank()).map((tensor) -> tensor.shape().get(axis));
	}

	private static Optional<Tensor> weight(Value value) {
		return value.constant()
			.or(() -> value.producer("Constant").flatMap((node) -> node.attributes().tensor("value")));
	}

}
