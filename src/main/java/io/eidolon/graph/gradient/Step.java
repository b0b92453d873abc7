package io.eidolon.graph.gradient;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Attributes;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.Value;

/**
 * One step back: a node, and the gradients of what it makes.
 *
 * @param tape what nodes are appended to
 * @param node the node
 * @param dys the gradient of each output, empty where the loss does not depend on it
 */
record Step(Tape tape, Node node, List<Optional<Value>> dys) {

	/** An input. */
	Value x(int input) {
		return this.node.input(input);
	}

	/** Whether an optional input is there. */
	boolean has(int input) {
		return this.node.has(input);
	}

	/** The output. */
	Value y() {
		return this.node.output();
	}

	/** The gradient of the first output. */
	Value dy() {
		return this.dys.getFirst().orElseThrow(() -> unsupported("is read by its other outputs alone"));
	}

	Attributes attributes() {
		return this.node.attributes();
	}

	/** The size of each axis, {@link BatchShapes#OPEN} where it grows with the batch. */
	List<Long> shape(Value value) {
		return this.tape.shapes()
			.of(value)
			.orElseThrow(() -> unsupported("reads or makes what has no size before a run"));
	}

	/** The size of an axis that is the same in every run. */
	long size(Value value, int axis) {
		long size = shape(value).get(axis);
		if (size == BatchShapes.OPEN) {
			throw unsupported("works along the axis of the batch");
		}
		return size;
	}

	/** An axis counted from the first, whichever end it was counted from. */
	int axis(long axis, int rank) {
		return (int) ((axis < 0) ? axis + rank : axis);
	}

	/** An integer list that each spatial axis has an entry of. */
	long[] steps(String name, int count, long otherwise) {
		long[] all = new long[count];
		Arrays.fill(all, otherwise);
		List<Long> values = attributes().integers(name, LongStream.of(all).boxed().toArray(Long[]::new));
		return values.isEmpty() ? all : Tape.longs(values);
	}

	/** Integers that an input holds in every run. */
	long[] integers(int input) {
		double[] values = this.tape.shapes()
			.values(x(input))
			.orElseThrow(() -> unsupported("is told by what each run computes"));
		return Arrays.stream(values).mapToLong((value) -> (long) value).toArray();
	}

	/** A number of the type that the node computes in. */
	Value scalar(double value) {
		return this.tape.scalar(type(), value);
	}

	/** The type that the node computes in. */
	DataType type() {
		return this.tape.shapes().type(y());
	}

	/** Applies an operator to values. */
	Value node(String operator, Value... inputs) {
		return this.tape.node(operator, List.of(inputs));
	}

	Value node(String operator, List<Value> inputs, Attribute... attributes) {
		return this.tape.node(operator, inputs, attributes);
	}

	Value product(Value left, Value right) {
		return node("Mul", left, right);
	}

	Value where(Value condition, Value then, Value otherwise) {
		return node("Where", condition, then, otherwise);
	}

	/** A vector of a number for each channel, stretched over the pixels of the output. */
	Value perChannel(Value vector) {
		long[] shape = new long[Math.max(1, shape(y()).size() - 1)];
		Arrays.fill(shape, 1);
		shape[0] = -1;
		return node("Reshape", vector, this.tape.integers(shape));
	}

	/** Sums a gradient of the output's shape over what broadcasting stretched. */
	Value unbroadcast(Value gradient, int input) {
		return this.tape.summedTo(gradient, shape(y()), shape(x(input)));
	}

	UnsupportedOperatorException unsupported(String why) {
		return new UnsupportedOperatorException(this.node, why);
	}

}
