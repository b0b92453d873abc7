package io.eidolon.graph.canonical;

import java.util.Optional;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.Value;
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

	private final Shapes shapes;

	private OutputRange(Shapes shapes) {
		this.shapes = shapes;
	}

	/**
	 * The range of a canonical graph's output, empty when its operators do not tell.
	 */
	public static Optional<ValueRange> of(OnnxGraph canonical) {
		Graph graph = Graph.of(canonical);
		return Optional.ofNullable(new OutputRange(Shapes.of(graph)).of(graph.outputs().getFirst()));
	}

	private @Nullable ValueRange of(Value value) {
		if (this.shapes.type(value) == DataType.UINT8) {
			return BYTES;
		}
		Node node = value.producer().orElse(null);
		if (node == null || node.inputs().isEmpty()) {
			return null;
		}
		return switch (node.operator()) {
			case "Tanh" -> ValueRange.TANH;
			case "Sigmoid", "HardSigmoid" -> UNIT;
			case "Clip" -> range(number(node, 1), number(node, 2));
			case "Identity", "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Transpose", "Cast", "Round", "Floor",
					"Slice" ->
				of(node.input(0));
			case "Mul", "Add" -> (number(node, 0) != null) ? affine(node, 1, 0) : affine(node, 0, 1);
			case "Div", "Sub" -> affine(node, 0, 1);
			default -> null;
		};
	}

	private @Nullable ValueRange affine(Node node, int operand, int constant) {
		ValueRange before = of(node.input(operand));
		Double number = number(node, constant);
		if (before == null || number == null) {
			return null;
		}
		return switch (node.operator()) {
			case "Mul" -> range(before.minimum() * number, before.maximum() * number);
			case "Div" -> range(before.minimum() / number, before.maximum() / number);
			case "Add" -> range(before.minimum() + number, before.maximum() + number);
			default -> range(before.minimum() - number, before.maximum() - number);
		};
	}

	private @Nullable Double number(Node node, int input) {
		return this.shapes.values(node.input(input))
			.filter((values) -> values.length == 1)
			.map((values) -> values[0])
			.orElse(null);
	}

	private static @Nullable ValueRange range(@Nullable Double minimum, @Nullable Double maximum) {
		return (minimum != null && maximum != null && maximum - minimum > 0 && Double.isFinite(maximum - minimum))
				? new ValueRange(minimum.floatValue(), maximum.floatValue()) : null;
	}

}
