package io.eidolon.graph.canonical;

import java.util.List;
import java.util.stream.Stream;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.ir.Attributes;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.Tensor;

/**
 * Computes in floats what a graph computes in halves, those of IEEE 754 or bfloat16. Each
 * of them is a float, so that no weight changes, and a processor has no arithmetic of
 * halves: a runtime would go back and forth at every node, or has no operator for them.
 */
final class SinglePrecision {

	/** Half of the heap. */
	private static final long MAX_BYTES = Runtime.getRuntime().maxMemory() / 2;

	private static final List<String> TYPE_ATTRIBUTES = List.of("to", "dtype", "output_dtype", "stash_type");

	private SinglePrecision() {
	}

	/**
	 * Widens all of a graph.
	 * @throws InvalidGraphException when its weights do not fit into the heap then
	 */
	static void apply(Graph graph) {
		requireRoom(graph);
		graph.constants()
			.forEach((value) -> value.constant()
				.filter(SinglePrecision::isHalf)
				.ifPresent((tensor) -> value.setConstant(widened(tensor))));
		Stream.concat(graph.inputs().stream(), graph.outputs().stream())
			.filter((port) -> isHalf(port.elementType()))
			.forEach((port) -> port.declare(port.type().as(DataType.FLOAT)));
		graph.nodes().forEach(SinglePrecision::apply);
	}

	private static void requireRoom(Graph graph) {
		long bytes = graph.constants()
			.stream()
			.flatMap((value) -> value.constant().filter(SinglePrecision::isHalf).stream())
			.mapToLong((tensor) -> tensor.elements() * Float.BYTES)
			.sum();
		if (bytes > MAX_BYTES) {
			throw new InvalidGraphException(
					"The weights of 16 bits take %s MB as floats; at most %s MB fit into the heap"
						.formatted(bytes >> 20, MAX_BYTES >> 20));
		}
	}

	private static void apply(Node node) {
		Attributes attributes = node.attributes();
		for (Attribute attribute : attributes.all()) {
			String name = attribute.name();
			if (TYPE_ATTRIBUTES.contains(name) && isHalf(attributes.integer(name, 0))) {
				node.setAttributes(node.attributes().with(Attribute.integer(name, DataType.FLOAT_VALUE)));
			}
			attributes.tensor(name)
				.filter(SinglePrecision::isHalf)
				.ifPresent((tensor) -> node.setAttributes(node.attributes().with(widened(tensor).attribute(name))));
		}
	}

	private static boolean isHalf(Tensor tensor) {
		return isHalf(tensor.type());
	}

	private static boolean isHalf(long type) {
		return type == DataType.FLOAT16_VALUE || type == DataType.BFLOAT16_VALUE;
	}

	private static boolean isHalf(DataType type) {
		return type == DataType.FLOAT16 || type == DataType.BFLOAT16;
	}

	private static Tensor widened(Tensor halves) {
		return Tensor.floats(halves.floats(), halves.shape().stream().mapToLong(Long::longValue).toArray());
	}

}
