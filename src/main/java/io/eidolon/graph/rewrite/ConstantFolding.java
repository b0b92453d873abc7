package io.eidolon.graph.rewrite;

import io.eidolon.graph.Attributes;
import java.util.Optional;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;

/**
 * Turns {@code Constant} nodes and weights that are cast from halves to floats into plain
 * constants, so that other rewrites see them. Every half is a float, so nothing is
 * rounded.
 */
final class ConstantFolding implements Rewrite {

	@Override
	public String name() {
		return "constant-folding";
	}

	@Override
	public boolean apply(GraphEdit graph) {
		boolean applied = false;
		for (NodeProto node : graph.nodes()) {
			Optional<TensorProto> value = value(graph, node);
			if (value.isPresent()) {
				graph.remove(node);
				graph.constant(value.get().toBuilder().setName(node.getOutput(0)).build());
				applied = true;
			}
		}
		return applied;
	}

	private static Optional<TensorProto> value(GraphEdit graph, NodeProto node) {
		if (GraphEdit.is(node, "Constant")) {
			return new Attributes(node).find("value").filter(AttributeProto::hasT).map(AttributeProto::getT);
		}
		if (GraphEdit.is(node, "Identity")) {
			return graph.constant(node, 0);
		}
		if (GraphEdit.is(node, "Cast") && new Attributes(node).integer("to", 0) == DataType.FLOAT_VALUE) {
			return graph.floats(node, 0).map((tensor) -> tensor.onnx(node.getOutput(0)));
		}
		return Optional.empty();
	}

}
