package io.eidolon.graph.gradient;

import io.eidolon.graph.Quoted;
import io.eidolon.graph.ir.Node;

/**
 * Says which operator of a generator cannot be differentiated. Such a generator still
 * makes images; what needs its gradient cannot be done.
 */
public final class UnsupportedOperatorException extends RuntimeException {

	private final String operator;

	private final String node;

	UnsupportedOperatorException(Node node, String why) {
		super("Operator %s %s".formatted(node, why));
		this.operator = Quoted.of(node.operator());
		this.node = Quoted.of(node.name());
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
