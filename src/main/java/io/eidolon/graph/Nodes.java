package io.eidolon.graph;

import java.util.List;

import ai.onnx.proto.OnnxMl.NodeProto;

/** Nodes of a graph as protobuf. */
public final class Nodes {

	private Nodes() {
	}

	/**
	 * A node that applies an operator.
	 * @param operator the name of a standard operator, such as {@code Conv}
	 * @param inputs the names of the values that it reads
	 * @param output the name of the value that it makes
	 */
	public static NodeProto.Builder of(String operator, List<String> inputs, String output, Attribute... attributes) {
		NodeProto.Builder node = NodeProto.newBuilder().setOpType(operator).addAllInput(inputs).addOutput(output);
		for (Attribute attribute : attributes) {
			node.addAttribute(attribute.onnx());
		}
		return node;
	}

}
