package io.eidolon.graph.rewrite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.Nodes;

/** Nodes and constants that are to stand in for others, front to back. */
final class Fragment {

	private final GraphEdit graph;

	private final List<NodeProto> nodes = new ArrayList<>();

	private final List<TensorProto> constants = new ArrayList<>();

	Fragment(GraphEdit graph) {
		this.graph = graph;
	}

	/** Applies a standard operator and returns the name of what it makes. */
	String node(String operator, List<String> inputs, Attribute... attributes) {
		return node("", operator, inputs, attributes);
	}

	/** Applies an operator of ONNX Runtime's own. */
	String runtimeNode(String operator, List<String> inputs, Attribute... attributes) {
		return node(GraphEdit.RUNTIME_DOMAIN, operator, inputs, attributes);
	}

	private String node(String domain, String operator, List<String> inputs, Attribute... attributes) {
		String output = this.graph.fresh(operator);
		this.nodes.add(Nodes.of(operator, inputs, output, attributes).setDomain(domain).build());
		return output;
	}

	/** Applies the operator of a node, with its attributes, to other values. */
	String like(NodeProto node, List<String> inputs) {
		String output = this.graph.fresh(node.getOpType());
		this.nodes
			.add(node.toBuilder().clearName().clearInput().addAllInput(inputs).clearOutput().addOutput(output).build());
		return output;
	}

	String constant(FloatTensor tensor) {
		return constant(tensor.onnx(""));
	}

	String constant(float[] values, long... shape) {
		return constant(new FloatTensor(values, Arrays.stream(shape).boxed().toList()));
	}

	String constant(long... values) {
		ByteBuffer data = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		data.asLongBuffer().put(values);
		return constant(TensorProto.newBuilder()
			.setDataType(DataType.INT64_VALUE)
			.addDims(values.length)
			.setRawData(ByteString.copyFrom(data))
			.build());
	}

	String constant(TensorProto tensor) {
		String name = this.graph.fresh("constant");
		this.constants.add(tensor.toBuilder().setName(name).build());
		return name;
	}

	String reshape(String value, long... shape) {
		return node("Reshape", List.of(value, constant(shape)));
	}

	String transpose(String value, long... order) {
		return node("Transpose", List.of(value), Attribute.integers("perm", order));
	}

	/** The nodes, of which the last makes the value of this name. */
	List<NodeProto> making(String value) {
		List<NodeProto> renamed = new ArrayList<>(this.nodes);
		renamed.add(renamed.removeLast().toBuilder().setOutput(0, value).build());
		return renamed;
	}

	List<TensorProto> constants() {
		return this.constants;
	}

}
