package io.eidolon.graph.canonical;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.eidolon.graph.Attributes;
import io.eidolon.graph.TensorData;

/** Tells what an input does not declare from the weights that it meets first. */
final class InputReaders {

	private static final Set<String> PASSING = Set.of("Identity", "Cast", "Reshape", "Squeeze", "Unsqueeze", "Flatten",
			"Dropout");

	private InputReaders() {
	}

	/** The length of a latent: the inner axis of the first layer. */
	static Optional<Long> width(GraphProto graph, String input) {
		return readers(graph, input).stream().map((reader) -> switch (reader.node().getOpType()) {
			case "MatMul" -> axis(graph, reader.node(), 1, 0);
			case "Gemm" ->
				axis(graph, reader.node(), 1, (new Attributes(reader.node()).integer("transB", 0) != 0) ? 1 : 0);
			case "ConvTranspose" -> axis(graph, reader.node(), 1, 0);
			case "Conv" -> axis(graph, reader.node(), 1, 1);
			default -> Optional.<Long>empty();
		}).flatMap(Optional::stream).findFirst();
	}

	/** The number of classes: the rows of an embedding, or the depth of a one-hot. */
	static Optional<Long> classes(GraphProto graph, String input) {
		return readers(graph, input).stream().map((reader) -> switch (reader.node().getOpType()) {
			case "Gather" -> reader.as(1) ? axis(graph, reader.node(), 0, 0) : Optional.<Long>empty();
			case "OneHot" ->
				weight(graph, reader.node().getInput(1)).map((depth) -> (long) TensorData.values(depth)[0]);
			default -> Optional.<Long>empty();
		}).flatMap(Optional::stream).findFirst();
	}

	private static List<Reader> readers(GraphProto graph, String input) {
		List<Reader> readers = new ArrayList<>();
		Set<String> followed = new HashSet<>(Set.of(input));
		// Nodes are sorted: one pass meets a value before those that read it.
		for (NodeProto node : graph.getNodeList()) {
			for (String value : node.getInputList()) {
				if (followed.contains(value)) {
					readers.add(new Reader(node, value));
					if (PASSING.contains(node.getOpType()) && node.getInput(0).equals(value)) {
						followed.add(node.getOutput(0));
					}
				}
			}
		}
		return readers;
	}

	private static Optional<Long> axis(GraphProto graph, NodeProto node, int input, int axis) {
		return (input < node.getInputCount())
				? weight(graph, node.getInput(input)).filter((tensor) -> axis < tensor.getDimsCount())
					.map((tensor) -> tensor.getDims(axis))
				: Optional.empty();
	}

	private static Optional<TensorProto> weight(GraphProto graph, String name) {
		return graph.getInitializerList()
			.stream()
			.filter((tensor) -> tensor.getName().equals(name))
			.findFirst()
			.or(() -> graph.getNodeList()
				.stream()
				.filter((node) -> node.getOpType().equals("Constant") && node.getOutputList().contains(name))
				.flatMap((node) -> node.getAttributeList().stream())
				.filter(AttributeProto::hasT)
				.map(AttributeProto::getT)
				.findFirst());
	}

	/**
	 * A node that reads a value.
	 *
	 * @param node the node
	 * @param value what it reads
	 */
	private record Reader(NodeProto node, String value) {

		boolean as(int input) {
			return input < this.node.getInputCount() && this.node.getInput(input).equals(this.value);
		}

	}

}
