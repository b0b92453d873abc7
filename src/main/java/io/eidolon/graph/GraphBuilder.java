package io.eidolon.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;

/**
 * Builds an ONNX graph of standard operators, front to back: a node may read what was
 * declared before it, so that the graph is sorted and without cycles by construction.
 *
 * <pre>{@code
 * GraphBuilder graph = new GraphBuilder("generator", 17);
 * String z = graph.input("z", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(100));
 * String w = graph.constant("w", weights, 100, 3072);
 * String h = graph.node("Tanh", List.of(graph.node("MatMul", List.of(z, w))));
 * graph.output(h, "image", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(3072));
 * byte[] model = graph.build();
 * }</pre>
 */
public final class GraphBuilder {

	/** The version of the file format, which goes with operators 15 to 18. */
	private static final long IR_VERSION = 8;

	private final ModelProto.Builder model;

	private final GraphProto.Builder graph;

	private final Set<String> values = new HashSet<>();

	/**
	 * Starts an empty graph.
	 * @param graphName the graph's name
	 * @param opset the version of the standard operators, such as 17
	 */
	public GraphBuilder(String graphName, int opset) {
		this.graph = GraphProto.newBuilder().setName(graphName);
		this.model = ModelProto.newBuilder()
			.setIrVersion(IR_VERSION)
			.setProducerName("eidolon")
			.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(opset));
	}

	/** Declares an input of the graph and returns its name. */
	public String input(String name, ElementType type, Dimension... shape) {
		declare(name);
		this.graph.addInput(valueInfo(name, type, shape));
		return name;
	}

	/**
	 * Makes a value an output of the graph under a name of its own, which is returned.
	 */
	public String output(String value, String name, ElementType type, Dimension... shape) {
		addNode("Identity", List.of(value), name);
		this.graph.addOutput(valueInfo(name, type, shape));
		return name;
	}

	/**
	 * Stores numbers in the graph, such as the weights of a layer.
	 * @param values in row-major order, as many as the shape holds
	 * @param shape the size of each axis, none for a scalar
	 * @return the name
	 */
	public String constant(String name, float[] values, long... shape) {
		long size = 1;
		for (long axis : shape) {
			size *= axis;
		}
		if (size != values.length) {
			throw new IllegalArgumentException(
					"%s holds %d values, but its shape holds %d".formatted(name, values.length, size));
		}
		ByteBuffer data = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		data.asFloatBuffer().put(values);
		return initializer(name, ElementType.FLOAT, data, shape);
	}

	/**
	 * Stores a vector of integers, such as the shape for a Reshape, and returns its name.
	 */
	public String constant(String name, long[] values) {
		ByteBuffer data = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		data.asLongBuffer().put(values);
		return initializer(name, ElementType.INT64, data, values.length);
	}

	/**
	 * Applies an operator.
	 * @param operator the name of a standard operator, such as {@code ConvTranspose}
	 * @param inputs the names of the values it reads
	 * @return the name of its first output
	 */
	public String node(String operator, List<String> inputs, Attribute... attributes) {
		return addNode(operator, inputs, operator + "_" + this.graph.getNodeCount(), attributes);
	}

	/**
	 * Applies another graph of one input, with the weights that it holds.
	 * @param name goes before the names of its values, which must differ from others then
	 * @param inputs what it is applied to, one after the other
	 * @return the names of its outputs, for each input
	 */
	public List<List<String>> graph(String name, OnnxGraph other, List<String> inputs) {
		GraphProto source = other.model().getGraph();
		Map<String, String> weights = new HashMap<>(Map.of("", ""));
		for (TensorProto tensor : source.getInitializerList()) {
			String weight = name + "/" + tensor.getName();
			declare(weight);
			weights.put(tensor.getName(), weight);
			this.graph.addInitializer(tensor.toBuilder().setName(weight));
		}
		List<String> open = source.getInputList()
			.stream()
			.map(ValueInfoProto::getName)
			.filter((input) -> !weights.containsKey(input))
			.toList();
		if (open.size() != 1) {
			throw new InvalidGraphException("%s must take one input, not %s".formatted(name, open));
		}
		return inputs.stream().map((input) -> {
			Map<String, String> values = new HashMap<>(weights);
			values.put(open.getFirst(), input);
			String prefix = name + "_" + this.graph.getNodeCount() + "/";
			source.getNodeList().forEach((node) -> this.graph.addNode(applied(node, values, prefix)));
			return source.getOutputList()
				.stream()
				.map((output) -> values.getOrDefault(output.getName(), input))
				.toList();
		}).toList();
	}

	private NodeProto applied(NodeProto node, Map<String, String> values, String prefix) {
		NodeProto.Builder applied = node.toBuilder().clearInput().clearOutput().setName(prefix + node.getName());
		node.getInputList().forEach((input) -> applied.addInput(values.getOrDefault(input, input)));
		for (String output : node.getOutputList()) {
			String value = output.isEmpty() ? "" : prefix + output;
			values.put(output, value);
			applied.addOutput(value);
			if (!value.isEmpty()) {
				declare(value);
			}
		}
		return applied.build();
	}

	/** Notes an entry of the file's metadata, which no computation reads. */
	public GraphBuilder metadata(String key, String value) {
		this.model.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(value));
		return this;
	}

	/** The graph as the bytes of an {@code .onnx} file. */
	public byte[] build() {
		return this.model.setGraph(this.graph).build().toByteArray();
	}

	private String addNode(String operator, List<String> inputs, String output, Attribute... attributes) {
		for (String input : inputs) {
			if (!this.values.contains(input)) {
				throw new IllegalArgumentException(
						"%s reads %s, which must be declared before it".formatted(operator, input));
			}
		}
		declare(output);
		this.graph.addNode(Nodes.of(operator, inputs, output, attributes).setName(output));
		return output;
	}

	private String initializer(String name, ElementType type, ByteBuffer data, long... shape) {
		declare(name);
		TensorProto.Builder tensor = TensorProto.newBuilder()
			.setName(name)
			.setDataType(type.onnx().getNumber())
			.setRawData(ByteString.copyFrom(data));
		for (long axis : shape) {
			tensor.addDims(axis);
		}
		this.graph.addInitializer(tensor);
		return name;
	}

	private void declare(String name) {
		if (!this.values.add(name)) {
			throw new IllegalArgumentException("%s is declared already; names must differ".formatted(name));
		}
	}

	private static ValueInfoProto valueInfo(String name, ElementType type, Dimension... axes) {
		TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
		for (Dimension axis : axes) {
			switch (axis) {
				case Dimension.Fixed(long size) -> shape.addDimBuilder().setDimValue(size);
				case Dimension.Dynamic(String symbol) -> shape.addDimBuilder().setDimParam(symbol);
			}
		}
		TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder()
			.setElemType(type.onnx().getNumber())
			.setShape(shape);
		return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(tensor)).build();
	}

}
