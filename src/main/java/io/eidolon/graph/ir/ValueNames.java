package io.eidolon.graph.ir;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names of a graph's values, of which each stands for one value. */
final class ValueNames {

	private final Map<String, Value> values = new HashMap<>();

	private final Names names = new Names();

	Optional<Value> find(String name) {
		return Optional.ofNullable(this.values.get(name));
	}

	/** Names a new value: the hint, or the hint with a number. */
	void add(Value value, String hint) {
		bind(value, this.names.fresh(hint));
	}

	/** Gives a value this name; another that has it gets a free one. */
	void rename(Value value, String name) {
		if (this.values.get(name) != value) {
			free(name);
			forget(value);
			this.names.take(name);
			bind(value, name);
		}
	}

	/** Keeps a name for what is to come: a value that has it gets another. */
	void free(String name) {
		Value holder = this.values.remove(name);
		if (holder != null) {
			add(holder, name);
			this.names.release(name);
		}
	}

	/** Gives the name of a value back. */
	void forget(Value value) {
		this.names.release(value.name());
		this.values.remove(value.name(), value);
	}

	private void bind(Value value, String name) {
		value.setName(name);
		this.values.put(name, value);
	}

}
