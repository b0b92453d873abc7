package io.eidolon.graph.shape;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.TensorData;
import io.eidolon.graph.ir.Attributes;
import io.eidolon.graph.ir.Constant;
import org.jspecify.annotations.Nullable;

/**
 * Operators that make tensors from attributes and shapes, or keep what a tensor holds.
 */
final class ConstantRules {

	private ConstantRules() {
	}

	static void addTo(Map<String, ShapeRule> rules) {
		rules.put("Constant", ConstantRules::constant);
		rules.put("ConstantOfShape", ConstantRules::constantOfShape);
		rules.put("Shape", ConstantRules::shape);
		rules.put("Size", ConstantRules::size);
		rules.put("Range", ConstantRules::range);
		rules.put("EyeLike",
				(node) -> List.of(InferredTensor.of(type(node, "dtype", node.input(0).type()), node.shape(0))));
		rules.put("Identity", (node) -> List.of(node.input(0)));
		rules.put("Cast", ConstantRules::cast);
		rules.put("CastLike", (node) -> List.of(InferredTensor.of(node.input(1).type(), node.shape(0))));
		rules.put("Floor", (node) -> List.of(mapped(node, Math::floor)));
		rules.put("Ceil", (node) -> List.of(mapped(node, Math::ceil)));
		rules.put("Neg", (node) -> List.of(mapped(node, (value) -> -value)));
		rules.put("Not", (node) -> List.of(mapped(node, (value) -> (value == 0) ? 1 : 0)));
	}

	/** The type that an attribute names. */
	static DataType type(ShapedNode node, String attribute, DataType otherwise) {
		DataType type = DataType.forNumber((int) node.integer(attribute, otherwise.getNumber()));
		return (type != null) ? type : DataType.UNDEFINED;
	}

	private static List<InferredTensor> constant(ShapedNode node) {
		Attributes attributes = node.attributes();
		if (attributes.has("value_int")) {
			return List
				.of(new InferredTensor(DataType.INT64, List.of(), new double[] { attributes.integer("value_int", 0) }));
		}
		if (attributes.has("value_float")) {
			return List
				.of(new InferredTensor(DataType.FLOAT, List.of(), new double[] { attributes.real("value_float", 0) }));
		}
		if (attributes.has("value_ints")) {
			return List.of(InferredTensor.vector(DataType.INT64,
					attributes.integers("value_ints").stream().mapToDouble(Long::doubleValue).toArray()));
		}
		if (attributes.has("value_floats")) {
			return List.of(InferredTensor.vector(DataType.FLOAT,
					attributes.reals("value_floats").stream().mapToDouble(Float::doubleValue).toArray()));
		}
		return attributes.tensor("value").map(Shapes::constant).map(List::of).orElse(List.of());
	}

	private static List<InferredTensor> constantOfShape(ShapedNode node) {
		Constant value = node.attributes().tensor("value").orElse(null);
		DataType type = (value != null) ? value.type() : DataType.FLOAT;
		long[] shape = node.integers(0);
		if (shape == null) {
			return List.of(InferredTensor.of(type, null));
		}
		List<Long> axes = LayoutRules.list(shape);
		long elements = TensorData.elements("what %s makes".formatted(node), axes);
		double[] fill = (value != null) ? value.values() : new double[1];
		return List.of(new InferredTensor(type, axes, (elements <= InferredTensor.MAX_VALUES && fill.length == 1)
				? DoubleStream.generate(() -> fill[0]).limit(elements).toArray() : null));
	}

	private static List<InferredTensor> shape(ShapedNode node) {
		List<Long> shape = node.shape(0);
		if (shape == null) {
			return List.of(InferredTensor.of(DataType.INT64, null));
		}
		int rank = shape.size();
		int start = clamped(node.integer("start", 0), rank);
		int end = Math.max(start, clamped(node.integer("end", rank), rank));
		return List.of(InferredTensor.vector(DataType.INT64,
				shape.subList(start, end).stream().mapToDouble(Long::doubleValue).toArray()));
	}

	private static int clamped(long axis, int rank) {
		return Math.clamp((axis < 0) ? axis + rank : axis, 0, rank);
	}

	private static List<InferredTensor> size(ShapedNode node) {
		List<Long> shape = node.shape(0);
		return List.of(new InferredTensor(DataType.INT64, List.of(),
				(shape != null) ? new double[] { TensorData.elements(node.toString(), shape) } : null));
	}

	private static List<InferredTensor> range(ShapedNode node) {
		double[] start = node.input(0).values();
		double[] limit = node.input(1).values();
		double[] delta = node.input(2).values();
		DataType type = node.input(0).type();
		if (start == null || limit == null || delta == null) {
			return List.of(InferredTensor.of(type, null));
		}
		double count = (start.length * limit.length * delta.length == 1) ? Math.ceil((limit[0] - start[0]) / delta[0])
				: Double.NaN;
		if (!(Math.abs(count) <= Integer.MAX_VALUE)) {
			throw node.wrong("has no number of steps");
		}
		long steps = Math.max(0, (long) count);
		return List.of((steps <= InferredTensor.MAX_VALUES)
				? InferredTensor.vector(type,
						DoubleStream.iterate(start[0], (value) -> value + delta[0]).limit(steps).toArray())
				: InferredTensor.of(type, List.of(steps)));
	}

	private static List<InferredTensor> cast(ShapedNode node) {
		DataType type = type(node, "to", DataType.UNDEFINED);
		InferredTensor to = InferredTensor.of(type, null);
		return List.of((to.isInteger() ? mapped(node, (value) -> (double) (long) value) : node.input(0)).as(type));
	}

	private static InferredTensor mapped(ShapedNode node, DoubleUnaryOperator operator) {
		InferredTensor input = node.input(0);
		double @Nullable [] values = input.values();
		return new InferredTensor(input.type(), input.shape(),
				(values != null) ? DoubleStream.of(values).map(operator).toArray() : null);
	}

}
