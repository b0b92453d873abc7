package io.eidolon.graph.canonical;

import java.util.List;
import java.util.stream.Stream;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.ir.Attributes;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.Constant;

/**
 * Computes in floats of 32 bits what a graph computes in 16, those of IEEE 754 or
 * bfloat16, or in 64. Each half is a float, so that no weight changes, and a processor
 * has no arithmetic of halves; what a double has more of is no level of an image. A
 * runtime would go back and forth at every node, or has no operator for them.
 */
final class SinglePrecision {

	/** Half of the heap. */
	private static final long MAX_BYTES = Runtime.getRuntime().maxMemory() / 2;

	private static final List<String> TYPE_ATTRIBUTES = List.of("to", "dtype", "output_dtype", "stash_type");

	private SinglePrecision() {
	}

	/**
	 * Writes all of a graph so.
	 * @throws InvalidGraphException when its weights do not fit into the heap then
	 */
	static void apply(Graph graph) {
		requireRoom(graph);
		graph.constants()
			.forEach((value) -> value.constant()
				.filter(SinglePrecision::isOther)
				.ifPresent((tensor) -> value.setConstant(single(tensor))));
		Stream.concat(graph.inputs().stream(), graph.outputs().stream())
			.filter((port) -> isOther(port.elementType()))
			.forEach((port) -> port.declare(port.type().as(DataType.FLOAT)));
		graph.nodes().forEach(SinglePrecision::apply);
	}

	private static void requireRoom(Graph graph) {
		long bytes = graph.constants()
			.stream()
			.flatMap((value) -> value.constant().filter(SinglePrecision::isOther).stream())
			.mapToLong((tensor) -> tensor.elements() * Float.BYTES)
			.sum();
		if (bytes > MAX_BYTES) {
			throw new InvalidGraphException(
					"The weights take %s MB as floats of 32 bits; at most %s MB fit into the heap"
						.formatted(bytes >> 20, MAX_BYTES >> 20));
		}
	}

	private static void apply(Node node) {
		Attributes attributes = node.attributes();
		for (Attribute attribute : attributes.all()) {
			String name = attribute.name();
			if (TYPE_ATTRIBUTES.contains(name) && isOther(attributes.integer(name, 0))) {
				node.setAttributes(node.attributes().with(Attribute.integer(name, DataType.FLOAT_VALUE)));
			}
			attributes.tensor(name)
				.filter(SinglePrecision::isOther)
				.ifPresent((tensor) -> node.setAttributes(node.attributes().with(single(tensor).attribute(name))));
		}
	}

	private static boolean isOther(Constant tensor) {
		return isOther(tensor.type());
	}

	private static boolean isOther(long type) {
		return type == DataType.FLOAT16_VALUE || type == DataType.BFLOAT16_VALUE || type == DataType.DOUBLE_VALUE;
	}

	private static boolean isOther(DataType type) {
		return type == DataType.FLOAT16 || type == DataType.BFLOAT16 || type == DataType.DOUBLE;
	}

	private static Constant single(Constant reals) {
		return Constant.floats(reals.floats(), reals.shape().stream().mapToLong(Long::longValue).toArray());
	}

}
