package io.eidolon.graph.gradient;

import java.util.List;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Value;

/**
 * Tells for each row of a batch whether all that was computed for it is finite:
 * {@code 0 x} is 0 for every finite x and NaN for any other, and so is its sum.
 */
final class FiniteRows {

	private FiniteRows() {
	}

	/**
	 * Appends the answer.
	 * @param losses (N)
	 * @param gradients (N, D) each
	 * @return {@value GradientGraph#FINITE} (N), 1 or 0
	 */
	static Value of(NodeWriter writer, Value losses, List<Value> gradients) {
		Value zero = writer.scalar(losses.elementType(), 0);
		Value sum = writer.node("Mul", losses, zero);
		for (Value gradient : gradients) {
			Value zeros = writer.node("Mul", gradient, zero);
			Value row = writer.node("ReduceSum", List.of(zeros, writer.integers(1)), Attribute.integer("keepdims", 0));
			sum = writer.node("Add", sum, row);
		}
		Value finite = writer.cast(writer.node("Not", writer.node("IsNaN", sum)), DataType.FLOAT);
		finite.declare(losses.type().as(DataType.FLOAT));
		writer.graph().rename(finite, GradientGraph.FINITE);
		return finite;
	}

}
