package io.eidolon.graph.ir;

import java.util.List;
import java.util.stream.LongStream;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;

/**
 * Builds an ONNX graph of standard operators, front to back: a node may read what was
 * declared before it, so that the graph is sorted and without cycles by construction.
 *
 * <pre>{@code
 * GraphBuilder graph = new GraphBuilder("generator", 17);
 * Value z = graph.input("z", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(100));
 * Value w = graph.constant("w", weights, 100, 3072);
 * Value h = graph.node("Tanh", List.of(graph.node("MatMul", List.of(z, w))));
 * graph.output(h, "image", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(3072));
 * byte[] model = graph.build();
 * }</pre>
 */
public final class GraphBuilder {

	private final NodeWriter writer;

	private int nodes;

	/**
	 * Starts an empty graph.
	 * @param graphName the graph's name
	 * @param opset the version of the standard operators, such as 17
	 */
	public GraphBuilder(String graphName, int opset) {
		this.writer = NodeWriter.newGraph(graphName, opset);
	}

	/** Declares an input of the graph. */
	public Value input(String name, ElementType type, Dimension... shape) {
		return graph().addInput(free(name), TensorType.of(type.onnx(), shape));
	}

	/**
	 * Gives a value out under a name, and returns what has that name.
	 */
	public Value output(Value value, String name, ElementType type, Dimension... shape) {
		Value output = node(free(name), "Identity", List.of(value));
		output.declare(TensorType.of(type.onnx(), shape));
		graph().addOutput(output);
		return output;
	}

	/**
	 * Stores numbers in the graph, such as the weights of a layer.
	 * @param values in row-major order, as many as the shape holds
	 * @param shape the size of each axis, none for a scalar
	 */
	public Value constant(String name, float[] values, long... shape) {
		long size = LongStream.of(shape).reduce(1, (left, right) -> left * right);
		if (size != values.length) {
			throw new IllegalArgumentException(
					"%s holds %s values, but its shape holds %s".formatted(name, values.length, size));
		}
		return this.writer.constant(free(name), Constant.floats(values, shape));
	}

	/**
	 * Stores a vector of integers, such as the shape for a Reshape.
	 */
	public Value constant(String name, long[] values) {
		return this.writer.constant(free(name), Constant.integers(values));
	}

	/**
	 * Applies an operator.
	 * @param operator the name of a standard operator, such as {@code ConvTranspose}
	 * @param inputs the values it reads
	 * @return its first output
	 */
	public Value node(String operator, List<Value> inputs, Attribute... attributes) {
		return node(free(operator + "_" + this.nodes), operator, inputs, attributes);
	}

	/** Notes an entry of the file's metadata, which no computation reads. */
	public GraphBuilder metadata(String key, String value) {
		graph().addMetadata(key, value);
		return this;
	}

	/** The graph as the bytes of an {@code .onnx} file. */
	public byte[] build() {
		return graph().onnx().bytes();
	}

	private Value node(String name, String operator, List<Value> inputs, Attribute... attributes) {
		inputs.forEach((input) -> check(operator, input));
		this.nodes++;
		return this.writer.named(name, operator, inputs, attributes);
	}

	private void check(String reader, Value value) {
		if (graph().value(value.name()).orElse(null) != value) {
			throw new IllegalArgumentException(
					"%s reads %s of another graph; a node reads what its own graph holds".formatted(reader, value));
		}
	}

	private String free(String name) {
		if (graph().value(name).isPresent()) {
			throw new IllegalArgumentException("%s is declared already; names must differ".formatted(name));
		}
		return name;
	}

	private Graph graph() {
		return this.writer.graph();
	}

}
