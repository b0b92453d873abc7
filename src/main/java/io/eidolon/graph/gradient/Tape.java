package io.eidolon.graph.gradient;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.Names;
import io.eidolon.graph.Nodes;
import io.eidolon.graph.OnnxGraph;

/** A graph while nodes are appended to it that read what the graph computes. */
final class Tape {

	private final GraphProto.Builder graph;

	private final Names names = new Names();

	private final BatchShapes shapes;

	Tape(OnnxGraph graph) {
		this.graph = graph.model().getGraph().toBuilder();
		this.names.addAll(graph.model().getGraph());
		this.shapes = BatchShapes.of(graph);
	}

	/** What is known of the values that the graph had at the start. */
	BatchShapes shapes() {
		return this.shapes;
	}

	/** The graph with what was appended. */
	GraphProto.Builder graph() {
		return this.graph;
	}

	/** Applies an operator and returns the name of what it makes. */
	String node(String operator, List<String> inputs, Attribute... attributes) {
		String output = this.names.fresh("gradient/" + operator);
		this.graph.addNode(Nodes.of(operator, inputs, output, attributes).setName(output));
		return output;
	}

	/** Makes a value known under another name. */
	void name(String value, String name) {
		this.graph.addNode(Nodes.of("Identity", List.of(value), name).setName(name));
	}

	String integers(long... values) {
		ByteBuffer data = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		data.asLongBuffer().put(values);
		return constant(DataType.INT64, data, values.length);
	}

	/** Real numbers of a type, in row-major order. */
	String reals(DataType type, double[] values, long... shape) {
		boolean isDouble = type == DataType.DOUBLE;
		ByteBuffer data = ByteBuffer.allocate(values.length * (isDouble ? Double.BYTES : Float.BYTES))
			.order(ByteOrder.LITTLE_ENDIAN);
		for (double value : values) {
			if (isDouble) {
				data.putDouble(value);
			}
			else {
				data.putFloat((float) value);
			}
		}
		return constant(isDouble ? DataType.DOUBLE : DataType.FLOAT, data.flip(), shape);
	}

	String scalar(DataType type, double value) {
		return reals(type, new double[] { value });
	}

	/** Zeros, or another number, in the shape of a value. */
	String filledLike(String value, double number) {
		return node("Expand", List.of(scalar(this.shapes.type(value), number), shapeOf(value)));
	}

	/** The sum of values of one shape. */
	String sum(List<String> values) {
		return (values.size() == 1) ? values.getFirst() : node("Sum", values);
	}

	/** The shape of a value, as integers that a run computes where they grow with it. */
	String shapeOf(String value) {
		return this.shapes.of(value)
			.filter((shape) -> !shape.contains(BatchShapes.OPEN))
			.map((shape) -> integers(longs(shape)))
			.orElseGet(() -> node("Shape", List.of(value)));
	}

	/** Gives a value as many axes, and of the sizes, as another one has. */
	String reshapedLike(String value, String model) {
		String shape = this.shapes.of(model)
			.filter((axes) -> axes.stream().filter((size) -> size == BatchShapes.OPEN).count() == 1)
			.filter((axes) -> !axes.contains(0L))
			.map((axes) -> integers(longs(axes)))
			.orElseGet(() -> shapeOf(model));
		return node("Reshape", List.of(value, shape));
	}

	/**
	 * Undoes broadcasting: where elements were stretched over an axis, their gradients
	 * are summed along it.
	 * @param gradient of a broadcast value
	 * @param from the shape of that value
	 * @param to the shape it had before
	 */
	String summedTo(String gradient, List<Long> from, List<Long> to) {
		int added = from.size() - to.size();
		List<Long> axes = new ArrayList<>(LongStream.range(0, added).boxed().toList());
		IntStream.range(added, from.size())
			.filter((axis) -> to.get(axis - added) == 1 && from.get(axis) != 1)
			.forEach((axis) -> axes.add((long) axis));
		String summed = gradient;
		if (!axes.isEmpty()) {
			summed = node("ReduceSum", List.of(summed, integers(longs(axes))), Attribute.integer("keepdims", 1));
		}
		if (added > 0) {
			String first = integers(LongStream.range(0, added).toArray());
			summed = node("Squeeze", List.of(summed, first));
		}
		return summed;
	}

	static long[] longs(List<Long> values) {
		return values.stream().mapToLong(Long::longValue).toArray();
	}

	private String constant(DataType type, ByteBuffer data, long... shape) {
		String name = this.names.fresh("gradient/constant");
		this.graph.addInitializer(TensorProto.newBuilder()
			.setName(name)
			.setDataType(type.getNumber())
			.addAllDims(LongStream.of(shape).boxed().toList())
			.setRawData(ByteString.copyFrom(data)));
		return name;
	}

}
