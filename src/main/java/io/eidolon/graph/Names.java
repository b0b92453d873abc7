package io.eidolon.graph;

import java.util.HashSet;
import java.util.Set;

import ai.onnx.proto.OnnxMl.GraphProto;

/** The names that values of a graph have, of which each stands for one value. */
public final class Names {

	private final Set<String> taken = new HashSet<>();

	/** Takes the names of all inputs, constants and computed values of a graph. */
	public void addAll(GraphProto graph) {
		graph.getInputList().forEach((input) -> add(input.getName()));
		graph.getInitializerList().forEach((tensor) -> add(tensor.getName()));
		graph.getNodeList().forEach((node) -> this.taken.addAll(node.getOutputList()));
	}

	/** Takes a name; false when a value has it already. */
	public boolean add(String name) {
		return this.taken.add(name);
	}

	/** Takes a name that no value has: the hint, or the hint with a number. */
	public String fresh(String hint) {
		String name = hint;
		for (int i = 2; !add(name); i++) {
			name = hint + "_" + i;
		}
		return name;
	}

}
