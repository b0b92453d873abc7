package io.eidolon.graph.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Constant;
import io.eidolon.graph.ir.Value;

/** A graph while nodes are appended to it that read what the graph computes. */
final class Tape {

	private final NodeWriter writer;

	private final BatchShapes shapes;

	Tape(Graph graph) {
		this.writer = NodeWriter.atEnd(graph, "gradient/");
		this.shapes = BatchShapes.of(graph);
	}

	/** What is known of the values that the graph had at the start. */
	BatchShapes shapes() {
		return this.shapes;
	}

	/** Applies an operator and returns what it makes. */
	Value node(String operator, List<Value> inputs, Attribute... attributes) {
		return this.writer.node(operator, inputs, attributes);
	}

	Value node(String operator, Value... inputs) {
		return this.writer.node(operator, inputs);
	}

	Value integers(long... values) {
		return this.writer.integers(values);
	}

	/** Real numbers of a type, in row-major order. */
	Value reals(DataType type, double[] values, long... shape) {
		return this.writer.constant(Constant.reals(type, values, shape));
	}

	Value scalar(DataType type, double value) {
		return this.writer.scalar(type, value);
	}

	/** Zeros, or another number, in the shape of a value. */
	Value filledLike(Value value, double number) {
		return node("Expand", scalar(this.shapes.type(value), number), shapeOf(value));
	}

	/** The sum of values of one shape. */
	Value sum(List<Value> values) {
		return (values.size() == 1) ? values.getFirst() : node("Sum", values);
	}

	/** The shape of a value, as integers that a run computes where they grow with it. */
	Value shapeOf(Value value) {
		return this.shapes.of(value)
			.filter((shape) -> !shape.contains(BatchShapes.OPEN))
			.map((shape) -> integers(longs(shape)))
			.orElseGet(() -> node("Shape", value));
	}

	/** Gives a value as many axes, and of the sizes, as another one has. */
	Value reshapedLike(Value value, Value model) {
		Value shape = this.shapes.of(model)
			.filter((axes) -> axes.stream().filter((size) -> size == BatchShapes.OPEN).count() == 1)
			.filter((axes) -> !axes.contains(0L))
			.map((axes) -> integers(longs(axes)))
			.orElseGet(() -> shapeOf(model));
		return node("Reshape", value, shape);
	}

	/**
	 * Undoes broadcasting: where elements were stretched over an axis, their gradients
	 * are summed along it.
	 * @param gradient of a broadcast value
	 * @param from the shape of that value
	 * @param to the shape it had before
	 */
	Value summedTo(Value gradient, List<Long> from, List<Long> to) {
		int added = from.size() - to.size();
		List<Long> axes = new ArrayList<>(LongStream.range(0, added).boxed().toList());
		IntStream.range(added, from.size())
			.filter((axis) -> to.get(axis - added) == 1 && from.get(axis) != 1)
			.forEach((axis) -> axes.add((long) axis));
		Value summed = gradient;
		if (!axes.isEmpty()) {
			summed = node("ReduceSum", List.of(summed, integers(longs(axes))), Attribute.integer("keepdims", 1));
		}
		if (added > 0) {
			summed = node("Squeeze", summed, integers(LongStream.range(0, added).toArray()));
		}
		return summed;
	}

	static long[] longs(List<Long> values) {
		return values.stream().mapToLong(Long::longValue).toArray();
	}

}
