package io.eidolon.graph.ir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph that is applied within another one. Its weights are stored once, however often
 * it is applied.
 */
public final class AppliedGraph {

	private final Graph source;

	private final NodeWriter writer;

	private final Map<Value, Value> constants = new HashMap<>(Map.of(Value.ABSENT, Value.ABSENT));

	/**
	 * Prepares a graph to be applied.
	 * @param writer where it is applied
	 */
	public AppliedGraph(Graph source, NodeWriter writer) {
		this.source = source;
		this.writer = writer;
		for (Value constant : source.constants()) {
			if (!constant.isUnused()) {
				constant.constant()
					.ifPresent((tensor) -> this.constants.put(constant, writer.constant(constant.name(), tensor)));
			}
		}
	}

	/**
	 * Applies it.
	 * @param inputs what takes the place of each of its inputs
	 * @return what stands for its outputs
	 */
	public List<Value> to(Map<Value, Value> inputs) {
		Map<Value, Value> values = new HashMap<>(this.constants);
		values.putAll(inputs);
		for (Node node : this.source.nodes()) {
			Node copy = this.writer.copy(node, node.inputs().stream().map((input) -> of(values, input)).toList());
			for (int i = 0; i < node.outputs().size(); i++) {
				values.put(node.outputs().get(i), copy.outputs().get(i));
			}
		}
		return this.source.outputs().stream().map((output) -> of(values, output)).toList();
	}

	private static Value of(Map<Value, Value> values, Value value) {
		Value known = values.get(value);
		if (known == null) {
			throw new IllegalArgumentException("Nothing takes the place of the input " + value);
		}
		return known;
	}

}
