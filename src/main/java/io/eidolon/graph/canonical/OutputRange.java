package io.eidolon.graph.canonical;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.shape.Shapes;
import io.eidolon.modelcard.ModelCard.ValueRange;
import org.jspecify.annotations.Nullable;

/**
 * Tells between which values a graph's output lies from the last operators: a bounded
 * one, and what scales and shifts it since.
 */
public final class OutputRange {

	private static final ValueRange UNIT = new ValueRange(0, 1);

	private static final ValueRange BYTES = new ValueRange(0, 255);

	private final Map<String, NodeProto> makers = new HashMap<>();

	private final Shapes shapes;

	private OutputRange(GraphProto graph, Shapes shapes) {
		graph.getNodeList().forEach((node) -> node.getOutputList().forEach((output) -> this.makers.put(output, node)));
		this.shapes = shapes;
	}

	/**
	 * The range of a canonical graph's output, empty when its operators do not tell.
	 */
	public static Optional<ValueRange> of(OnnxGraph canonical) {
		GraphProto graph = canonical.model().getGraph();
		OutputRange tail = new OutputRange(graph, Shapes.of(canonical));
		return Optional.ofNullable(tail.of(graph.getOutput(0).getName()));
	}

	private @Nullable ValueRange of(String value) {
		if (this.shapes.type(value) == DataType.UINT8) {
			return BYTES;
		}
		NodeProto node = this.makers.get(value);
		if (node == null || node.getInputCount() == 0) {
			return null;
		}
		return switch (node.getOpType()) {
			case "Tanh" -> ValueRange.TANH;
			case "Sigmoid", "HardSigmoid" -> UNIT;
			case "Clip" -> range(number(node, 1), number(node, 2));
			case "Identity", "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Transpose", "Cast", "Round", "Floor",
					"Slice" ->
				of(node.getInput(0));
			case "Mul", "Add" -> (number(node, 0) != null) ? affine(node, 1, 0) : affine(node, 0, 1);
			case "Div", "Sub" -> affine(node, 0, 1);
			default -> null;
		};
	}

	private @Nullable ValueRange affine(NodeProto node, int operand, int constant) {
		ValueRange before = of(node.getInput(operand));
		Double number = number(node, constant);
		if (before == null || number == null) {
			return null;
		}
		return switch (node.getOpType()) {
			case "Mul" -> range(before.minimum() * number, before.maximum() * number);
			case "Div" -> range(before.minimum() / number, before.maximum() / number);
			case "Add" -> range(before.minimum() + number, before.maximum() + number);
			default -> range(before.minimum() - number, before.maximum() - number);
		};
	}

	private @Nullable Double number(NodeProto node, int input) {
		return (input < node.getInputCount()) ? this.shapes.values(node.getInput(input))
			.filter((values) -> values.length == 1)
			.map((values) -> values[0])
			.orElse(null) : null;
	}

	private static @Nullable ValueRange range(@Nullable Double minimum, @Nullable Double maximum) {
		return (minimum != null && maximum != null && maximum - minimum > 0 && Double.isFinite(maximum - minimum))
				? new ValueRange(minimum.floatValue(), maximum.floatValue()) : null;
	}

}
