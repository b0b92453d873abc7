package io.eidolon.graph.rewrite;

import java.util.List;
import java.util.Optional;

import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Value;

/**
 * A function of each value by itself, which may therefore be applied before values are
 * moved as well as after: a runtime can then compute it together with the layer.
 *
 * @param node the node that applies it, none for the identity
 */
record Activation(Optional<Node> node) {

	private static final String[] POINTWISE = { "Relu", "LeakyRelu", "Elu", "Selu", "Softplus", "Sigmoid",
			"HardSigmoid", "Tanh" };

	/** What is applied to the output of a layer, and nothing else reads. */
	static Activation after(Node layer) {
		return new Activation(layer.onlyReader().filter((reader) -> reader.is(POINTWISE)));
	}

	/** This, if it is one of these operators, or else none. */
	Activation ifAnyOf(String... operators) {
		return new Activation(this.node.filter((activation) -> activation.is(operators)));
	}

	boolean is(String operator) {
		return this.node.filter((activation) -> activation.is(operator)).isPresent();
	}

	Value apply(NodeWriter writer, Value value) {
		return this.node.map((activation) -> writer.like(activation, value)).orElse(value);
	}

	/** The layer, and the activation behind it if there is one. */
	List<Node> with(Node layer) {
		return this.node.map((activation) -> List.of(layer, activation)).orElse(List.of(layer));
	}

}
