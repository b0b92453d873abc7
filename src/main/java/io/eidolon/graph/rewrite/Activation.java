package io.eidolon.graph.rewrite;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import ai.onnx.proto.OnnxMl.NodeProto;

/**
 * A function of each value by itself, which may therefore be applied before values are
 * moved as well as after: a runtime can then compute it together with the layer.
 *
 * @param node the node that applies it, none for the identity
 */
record Activation(Optional<NodeProto> node) {

	private static final Set<String> POINTWISE = Set.of("Relu", "LeakyRelu", "Elu", "Selu", "Softplus", "Sigmoid",
			"HardSigmoid", "Tanh");

	/** What is applied to the output of a layer, and nothing else reads. */
	static Activation after(GraphEdit graph, NodeProto layer) {
		return new Activation(graph.onlyReader(layer)
			.filter((reader) -> POINTWISE.stream().anyMatch((operator) -> GraphEdit.is(reader, operator))));
	}

	/** This, if it is one of these operators, or else none. */
	Activation ifAnyOf(String... operators) {
		return new Activation(this.node.filter((activation) -> List.of(operators).contains(activation.getOpType())));
	}

	boolean is(String operator) {
		return this.node.filter((activation) -> GraphEdit.is(activation, operator)).isPresent();
	}

	String apply(Fragment fragment, String value) {
		return this.node.map((activation) -> fragment.like(activation, List.of(value))).orElse(value);
	}

	/** The layer, and the activation behind it if there is one. */
	List<NodeProto> with(NodeProto layer) {
		return this.node.map((activation) -> List.of(layer, activation)).orElse(List.of(layer));
	}

}
