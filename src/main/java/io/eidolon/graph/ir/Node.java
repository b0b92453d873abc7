package io.eidolon.graph.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import io.eidolon.graph.Quoted;
import org.jspecify.annotations.Nullable;

/** An operator with its settings, between the values that it reads and makes. */
public final class Node {

	private final String domain;

	private final String name;

	private final List<Value> inputs = new ArrayList<>();

	private final List<Value> outputs = new ArrayList<>();

	private String operator;

	private Attributes attributes;

	/** Its neighbours in the order in which nodes run. */
	@Nullable Node previous;

	@Nullable Node next;

	Node(String domain, String operator, String name, List<Value> inputs, Attributes attributes) {
		this.domain = domain;
		this.operator = operator;
		this.name = name;
		this.attributes = attributes;
		inputs.forEach(this::addInput);
	}

	/** The set of operators that it is of, empty for the standard ones. */
	public String domain() {
		return this.domain;
	}

	/** What it applies, such as {@code Conv}. */
	public String operator() {
		return this.operator;
	}

	/** Its name in the file, which may be empty. */
	public String name() {
		return this.name;
	}

	/** Its name or, without one, that of what it makes. */
	public String label() {
		return Quoted.of(this.name.isEmpty() ? output().name() : this.name);
	}

	/** Whether it applies one of these standard operators. */
	public boolean is(String... operators) {
		return isStandard() && List.of(operators).contains(this.operator);
	}

	/** Whether its operator is a standard one. */
	public boolean isStandard() {
		return this.domain.isEmpty() || this.domain.equals("ai.onnx");
	}

	/** What it reads; {@link Value#ABSENT} where an optional input is left out. */
	public List<Value> inputs() {
		return Collections.unmodifiableList(this.inputs);
	}

	/** An input; {@link Value#ABSENT} when there is none. */
	public Value input(int index) {
		return (index < this.inputs.size()) ? this.inputs.get(index) : Value.ABSENT;
	}

	/** Whether an optional input is there. */
	public boolean has(int input) {
		return !input(input).isAbsent();
	}

	/** Whether it reads a value. */
	public boolean reads(Value value) {
		return this.inputs.contains(value);
	}

	/** What it makes. */
	public List<Value> outputs() {
		return Collections.unmodifiableList(this.outputs);
	}

	/** The first that it makes. */
	public Value output() {
		return this.outputs.getFirst();
	}

	/** The node that reads the only value that it makes, if nothing else does. */
	public Optional<Node> onlyReader() {
		return (this.outputs.size() == 1) ? output().onlyReader() : Optional.empty();
	}

	/** Its settings. */
	public Attributes attributes() {
		return this.attributes;
	}

	/** Gives it other settings. */
	public void setAttributes(Attributes attributes) {
		this.attributes = attributes;
	}

	/** Lets it apply another standard operator. */
	public void setOperator(String operator) {
		this.operator = operator;
	}

	/** Lets it read another value. */
	public void setInput(int index, Value value) {
		Use use = new Use(this, index);
		this.inputs.get(index).removeUse(use);
		this.inputs.set(index, value);
		value.addUse(use);
	}

	/** Lets it read one value more. */
	public void addInput(Value value) {
		this.inputs.add(value);
		value.addUse(new Use(this, this.inputs.size() - 1));
	}

	/** Lets it read other values. */
	public void setInputs(List<Value> values) {
		release();
		values.forEach(this::addInput);
	}

	void addOutput(Value value) {
		this.outputs.add(value);
	}

	/** Lets it make its first value alone. */
	public void keepFirstOutput() {
		this.outputs.subList(1, this.outputs.size()).clear();
	}

	/** Ends all its reading. */
	void release() {
		for (int i = 0; i < this.inputs.size(); i++) {
			this.inputs.get(i).removeUse(new Use(this, i));
		}
		this.inputs.clear();
	}

	@Override
	public String toString() {
		return Quoted.of(this.operator) + (this.name.isEmpty() ? "" : " (%s)".formatted(Quoted.of(this.name)));
	}

}
