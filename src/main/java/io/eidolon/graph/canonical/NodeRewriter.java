package io.eidolon.graph.canonical;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.Names;
import io.eidolon.graph.Nodes;

/** A graph whose nodes are being written anew, in their order. */
final class NodeRewriter {

	private final GraphProto.Builder graph;

	private final Names names = new Names();

	/** Starts with the weights, inputs and outputs of a graph, and none of its nodes. */
	NodeRewriter(GraphProto graph) {
		this.graph = graph.toBuilder().clearNode();
		this.names.addAll(graph);
	}

	/** A name that no value has. */
	String fresh(String hint) {
		return this.names.fresh(hint);
	}

	void add(NodeProto node) {
		this.graph.addNode(node);
	}

	/** Adds a node and returns the name of what it makes. */
	String node(String operator, List<String> inputs, Attribute... attributes) {
		String output = fresh("canonical/" + operator);
		node(operator, inputs, output, attributes);
		return output;
	}

	/** Adds a node that makes a value of this name. */
	void node(String operator, List<String> inputs, String output, Attribute... attributes) {
		add(Nodes.of(operator, inputs, output, attributes).build());
	}

	String integers(long... values) {
		return constant(DataType.INT64, integerBytes(values), values.length);
	}

	String integer(long value) {
		return constant(DataType.INT64, integerBytes(value));
	}

	String scalar(float value) {
		return constant(DataType.FLOAT, bytes(Float.BYTES).putFloat(0, value));
	}

	String vector(float first, float second) {
		return constant(DataType.FLOAT, bytes(2 * Float.BYTES).putFloat(0, first).putFloat(Float.BYTES, second), 2);
	}

	/** The graph, under construction no longer. */
	GraphProto.Builder graph() {
		return this.graph;
	}

	/** The node with other names for what it reads and makes. */
	static NodeProto renamed(NodeProto node, Map<String, String> names) {
		NodeProto.Builder renamed = node.toBuilder().clearInput().clearOutput();
		node.getInputList().forEach((input) -> renamed.addInput(names.getOrDefault(input, input)));
		node.getOutputList().forEach((output) -> renamed.addOutput(names.getOrDefault(output, output)));
		return renamed.build();
	}

	private String constant(DataType type, ByteBuffer bytes, long... shape) {
		String name = fresh("canonical/constant");
		this.graph.addInitializer(TensorProto.newBuilder()
			.setName(name)
			.setDataType(type.getNumber())
			.addAllDims(LongStream.of(shape).boxed().toList())
			.setRawData(ByteString.copyFrom(bytes)));
		return name;
	}

	private static ByteBuffer integerBytes(long... values) {
		ByteBuffer bytes = bytes(values.length * Long.BYTES);
		bytes.asLongBuffer().put(values);
		return bytes;
	}

	private static ByteBuffer bytes(int size) {
		return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
	}

}
