package io.eidolon.graph.canonical;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;

/** A graph whose nodes are being written anew, in their order. */
final class GraphEdit {

	private final GraphProto.Builder graph;

	private final Set<String> names = new HashSet<>();

	/** Starts with the weights, inputs and outputs of a graph, and none of its nodes. */
	GraphEdit(GraphProto graph) {
		this.graph = graph.toBuilder().clearNode();
		graph.getInputList().forEach((input) -> this.names.add(input.getName()));
		graph.getInitializerList().forEach((tensor) -> this.names.add(tensor.getName()));
		graph.getNodeList().forEach((node) -> this.names.addAll(node.getOutputList()));
	}

	/** A name that no value has. */
	String fresh(String hint) {
		String name = hint;
		for (int i = 1; !this.names.add(name); i++) {
			name = hint + "_" + i;
		}
		return name;
	}

	void add(NodeProto node) {
		this.graph.addNode(node);
	}

	/** Adds a node and returns the name of what it makes. */
	String node(String operator, List<String> inputs, AttributeProto... attributes) {
		String output = fresh("canonical/" + operator);
		node(operator, inputs, output, attributes);
		return output;
	}

	/** Adds a node that makes a value of this name. */
	void node(String operator, List<String> inputs, String output, AttributeProto... attributes) {
		add(NodeProto.newBuilder()
			.setOpType(operator)
			.addAllInput(inputs)
			.addOutput(output)
			.addAllAttribute(List.of(attributes))
			.build());
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

	static AttributeProto attribute(String name, long value) {
		return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value).build();
	}

	static AttributeProto attribute(String name, String value) {
		return AttributeProto.newBuilder()
			.setName(name)
			.setType(AttributeType.STRING)
			.setS(ByteString.copyFromUtf8(value))
			.build();
	}

	static AttributeProto attribute(String name, Iterable<Long> values) {
		return AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS).addAllInts(values).build();
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
