package io.eidolon.graph.gradient;

import ai.onnx.proto.OnnxMl.NodeProto;
import io.eidolon.graph.Quoted;

/**
 * Says which operator of a generator cannot be differentiated. Such a generator still
 * draws; what needs its gradient cannot be done.
 */
public final class UnsupportedOperatorException extends RuntimeException {

	private final String operator;

	private final String node;

	UnsupportedOperatorException(NodeProto node, String why) {
		super("Operator %s%s %s".formatted(Quoted.of(node.getOpType()),
				node.getName().isEmpty() ? "" : " (%s)".formatted(Quoted.of(node.getName())), why));
		this.operator = Quoted.of(node.getOpType());
		this.node = Quoted.of(node.getName());
	}

	/** The kind of operator, such as {@code Einsum}. */
	public String operator() {
		return this.operator;
	}

	/** The name of the one that was met first, empty when the file gives it none. */
	public String node() {
		return this.node;
	}

}
