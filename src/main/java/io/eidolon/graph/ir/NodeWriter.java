package io.eidolon.graph.ir;

import java.util.List;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * Writes nodes and constants into a graph, at its end or before one of its nodes. What is
 * read must be there already, so that the graph stays sorted and without cycles.
 */
public final class NodeWriter {

	/** The domain of ONNX Runtime's own operators. */
	private static final String RUNTIME_DOMAIN = "com.microsoft";

	/** The version of the file format, which goes with operators 15 to 18. */
	private static final long FILE_FORMAT = 8;

	private final Graph graph;

	private final String prefix;

	private final @Nullable Node before;

	private NodeWriter(Graph graph, String prefix, @Nullable Node before) {
		this.graph = graph;
		this.prefix = prefix;
		this.before = before;
	}

	/**
	 * Starts an empty graph.
	 * @param opset the version of the standard operators, such as 17
	 */
	public static NodeWriter newGraph(String name, long opset) {
		Graph graph = new Graph(ModelProto.newBuilder()
			.setIrVersion(FILE_FORMAT)
			.setProducerName("eidolon")
			.setGraph(GraphProto.newBuilder().setName(name))
			.build());
		graph.setOpset("", opset);
		return atEnd(graph, "");
	}

	/**
	 * Writes behind all nodes.
	 * @param prefix what the names of new values start with
	 */
	public static NodeWriter atEnd(Graph graph, String prefix) {
		return new NodeWriter(graph, prefix, null);
	}

	/**
	 * Writes before all nodes that are there now.
	 * @param prefix what the names of new values start with
	 */
	public static NodeWriter atStart(Graph graph, String prefix) {
		return new NodeWriter(graph, prefix, graph.firstNode());
	}

	/**
	 * Writes before a node.
	 * @param prefix what the names of new values start with
	 */
	public static NodeWriter before(Node node, Graph graph, String prefix) {
		return new NodeWriter(graph, prefix, node);
	}

	/**
	 * Finishes a graph that has no output yet.
	 * @param output its only output, which gets a name
	 * @return the bytes of its file
	 */
	public byte[] finish(Value output, String name) {
		this.graph.rename(output, name);
		this.graph.addOutput(output);
		return this.graph.onnx().bytes();
	}

	/** The graph that it writes into. */
	public Graph graph() {
		return this.graph;
	}

	/** Applies an operator and returns what it makes. */
	public Value node(String operator, Value... inputs) {
		return node(operator, List.of(inputs));
	}

	/** Applies an operator and returns what it makes. */
	public Value node(String operator, List<Value> inputs, Attribute... attributes) {
		return add("", operator, this.prefix + operator, inputs, Attributes.of(attributes)).output();
	}

	/** Applies an operator of ONNX Runtime's own. */
	public Value runtimeNode(String operator, List<Value> inputs, Attribute... attributes) {
		if (!this.graph.opsets().containsKey(RUNTIME_DOMAIN)) {
			this.graph.setOpset(RUNTIME_DOMAIN, 1);
		}
		return add(RUNTIME_DOMAIN, operator, this.prefix + operator, inputs, Attributes.of(attributes)).output();
	}

	/** Applies an operator under a name of its own, which is also that of its output. */
	public Value named(String name, String operator, List<Value> inputs, Attribute... attributes) {
		return add("", operator, name, inputs, Attributes.of(attributes)).output();
	}

	/** Applies the operator of a node, with its settings, to other values. */
	public Value like(Node node, Value... inputs) {
		return add(node.domain(), node.operator(), this.prefix + node.operator(), List.of(inputs), node.attributes())
			.output();
	}

	/** Applies the operator of a node of any graph to values of this one. */
	Node copy(Node node, List<Value> inputs) {
		Node copy = new Node(node.domain(), node.operator(), this.graph.nodeName(node.name()), inputs,
				node.attributes());
		List<String> hints = node.outputs()
			.stream()
			.map(Value::name)
			.map((name) -> name.isEmpty() ? "" : this.prefix + name)
			.toList();
		return this.graph.addNode(copy, hints, this.before);
	}

	/** Stores numbers. */
	public Value constant(Constant tensor) {
		return constant("constant", tensor);
	}

	/** Stores numbers under a name, or under that with a number. */
	public Value constant(String hint, Constant tensor) {
		return this.graph.addConstant(this.prefix + hint, tensor);
	}

	/** Stores a vector of integers. */
	public Value integers(long... values) {
		return constant(Constant.integers(values));
	}

	/** Stores one number of a type of reals. */
	public Value scalar(DataType type, double value) {
		return constant(Constant.reals(type, new double[] { value }));
	}

	/** Stores one float. */
	public Value scalar(float value) {
		return constant(Constant.floats(new float[] { value }));
	}

	/** Gives a value other axes. */
	public Value reshape(Value value, long... shape) {
		return node("Reshape", value, integers(shape));
	}

	/** Gives a value its axes in another order. */
	public Value transpose(Value value, long... order) {
		return node("Transpose", List.of(value), Attribute.integers("perm", order));
	}

	/** Gives the elements of a value another type. */
	public Value cast(Value value, DataType type) {
		return node("Cast", List.of(value), Attribute.integer("to", type.getNumber()));
	}

	private Node add(String domain, String operator, String hint, List<Value> inputs, Attributes attributes) {
		Node node = new Node(domain, operator, this.graph.nodeName(hint), inputs, attributes);
		return this.graph.addNode(node, List.of(hint), this.before);
	}

}
