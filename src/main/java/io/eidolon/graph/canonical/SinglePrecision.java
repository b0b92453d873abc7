package io.eidolon.graph.canonical;

import java.util.List;
import java.util.stream.Stream;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.Attributes;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.Tensor;

/**
 * Computes in floats what a graph computes in halves. Each half is a float, so that no
 * weight changes, and a processor has no arithmetic of halves: a runtime would go back
 * and forth at every node.
 */
final class SinglePrecision {

	private static final List<String> TYPE_ATTRIBUTES = List.of("to", "dtype");

	private SinglePrecision() {
	}

	static void apply(Graph graph) {
		graph.constants()
			.forEach((value) -> value.constant()
				.filter(SinglePrecision::isHalf)
				.ifPresent((tensor) -> value.setConstant(widened(tensor))));
		Stream.concat(graph.inputs().stream(), graph.outputs().stream())
			.filter((port) -> port.elementType() == DataType.FLOAT16)
			.forEach((port) -> port.declare(port.type().as(DataType.FLOAT)));
		graph.nodes().forEach(SinglePrecision::apply);
	}

	private static void apply(Node node) {
		Attributes attributes = node.attributes();
		for (Attribute attribute : attributes.all()) {
			String name = attribute.name();
			if (TYPE_ATTRIBUTES.contains(name) && attributes.integer(name, 0) == DataType.FLOAT16_VALUE) {
				node.setAttributes(node.attributes().with(Attribute.integer(name, DataType.FLOAT_VALUE)));
			}
			attributes.tensor(name)
				.filter(SinglePrecision::isHalf)
				.ifPresent((tensor) -> node.setAttributes(node.attributes().with(widened(tensor).attribute(name))));
		}
	}

	private static boolean isHalf(Tensor tensor) {
		return tensor.type() == DataType.FLOAT16;
	}

	private static Tensor widened(Tensor halves) {
		return Tensor.floats(halves.floats(), halves.shape().stream().mapToLong(Long::longValue).toArray());
	}

}
