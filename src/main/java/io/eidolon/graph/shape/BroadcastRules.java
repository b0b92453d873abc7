package io.eidolon.graph.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import org.jspecify.annotations.Nullable;

/** Operators on elements of tensors whose axes are stretched to each other. */
final class BroadcastRules {

	private BroadcastRules() {
	}

	static void addTo(Map<String, ShapeRule> rules) {
		rules.put("Add", arithmetic(Double::sum));
		rules.put("Sub", arithmetic((x, y) -> x - y));
		rules.put("Mul", arithmetic((x, y) -> x * y));
		rules.put("Div", (node) -> divided(node, (x, y) -> x / y));
		rules.put("Mod", (node) -> divided(node, (x, y) -> x - y * Math.floor(x / y)));
		rules.put("Min", arithmetic(Math::min));
		rules.put("Max", arithmetic(Math::max));
		rules.put("Pow", arithmetic(Math::pow));
		rules.put("Sum", arithmetic(Double::sum));
		rules.put("Equal", comparison((x, y) -> (x == y) ? 1 : 0));
		rules.put("Less", comparison((x, y) -> (x < y) ? 1 : 0));
		rules.put("Greater", comparison((x, y) -> (x > y) ? 1 : 0));
		rules.put("LessOrEqual", comparison((x, y) -> (x <= y) ? 1 : 0));
		rules.put("GreaterOrEqual", comparison((x, y) -> (x >= y) ? 1 : 0));
		for (String operator : List.of("And", "Or", "Xor")) {
			rules.put(operator, (node) -> List.of(InferredTensor.of(DataType.BOOL, all(node, 0))));
		}
		for (String operator : List.of("Mean", "PRelu", "BitwiseAnd", "BitwiseOr", "BitwiseXor")) {
			rules.put(operator, (node) -> List.of(InferredTensor.of(node.input(0).type(), all(node, 0))));
		}
		rules.put("Where", BroadcastRules::where);
	}

	/** The shape of both stretched to each other, null when one is not known. */
	static @Nullable List<Long> stretched(ShapedNode node, @Nullable List<Long> left, @Nullable List<Long> right) {
		if (left == null || right == null) {
			return null;
		}
		int rank = Math.max(left.size(), right.size());
		List<Long> shape = new ArrayList<>(rank);
		for (int i = 0; i < rank; i++) {
			long x = axis(left, i - rank + left.size());
			long y = axis(right, i - rank + right.size());
			if (x != y && x != 1 && y != 1) {
				throw node.wrong("cannot stretch %s and %s to each other".formatted(left, right));
			}
			shape.add((x == 1) ? y : x);
		}
		return shape;
	}

	private static long axis(List<Long> shape, int index) {
		return (index < 0) ? 1 : shape.get(index);
	}

	private static @Nullable List<Long> all(ShapedNode node, int first) {
		List<Long> shape = node.shape(first);
		for (int i = first + 1; i < node.inputs(); i++) {
			shape = stretched(node, shape, node.shape(i));
		}
		return shape;
	}

	private static ShapeRule arithmetic(DoubleBinaryOperator operator) {
		return (node) -> List.of(new InferredTensor(node.input(0).type(), all(node, 0), folded(node, operator)));
	}

	private static ShapeRule comparison(DoubleBinaryOperator operator) {
		return (node) -> List.of(new InferredTensor(DataType.BOOL, all(node, 0), folded(node, operator)));
	}

	// A processor traps an integer division by zero: it would end the process.
	private static List<InferredTensor> divided(ShapedNode node, DoubleBinaryOperator operator) {
		boolean integers = node.input(0).isInteger() || node.input(1).isInteger();
		double[] divisors = node.input(1).values();
		if (integers || node.operator().equals("Mod")) {
			if (divisors == null) {
				throw node.wrong("divides integers by what is not known before a run");
			}
			for (double divisor : divisors) {
				if (!(divisor > 0)) {
					throw node.wrong("divides integers by %s; 1 is the least".formatted((long) divisor));
				}
			}
		}
		DoubleBinaryOperator exact = integers ? (x, y) -> (double) (long) operator.applyAsDouble(x, y) : operator;
		return List.of(new InferredTensor(node.input(0).type(), all(node, 0), folded(node, exact)));
	}

	private static double @Nullable [] folded(ShapedNode node, DoubleBinaryOperator operator) {
		List<Long> shape = all(node, 0);
		double[] x = elements(node, 0, shape);
		double[] y = elements(node, 1, shape);
		if (x == null || y == null || node.inputs() != 2) {
			return null;
		}
		double[] values = new double[x.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = operator.applyAsDouble(x[i], y[i]);
		}
		return values;
	}

	/** The elements of an input, stretched to a shape. */
	private static double @Nullable [] elements(ShapedNode node, int input, @Nullable List<Long> shape) {
		List<Long> from = node.shape(input);
		return (from != null && shape != null) ? ElementView.of(from).stretched(shape).of(node.input(input).values())
				: null;
	}

	private static List<InferredTensor> where(ShapedNode node) {
		List<Long> shape = all(node, 0);
		double[] condition = elements(node, 0, shape);
		double[] x = elements(node, 1, shape);
		double[] y = elements(node, 2, shape);
		double[] values = null;
		if (condition != null && x != null && y != null) {
			values = new double[x.length];
			for (int i = 0; i < values.length; i++) {
				values[i] = (condition[i] != 0) ? x[i] : y[i];
			}
		}
		return List.of(new InferredTensor(node.input(1).type(), shape, values));
	}

}
