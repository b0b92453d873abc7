package io.eidolon.graph.ir;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * A tensor in a graph: an input, a constant, or what a node makes. It knows who makes it
 * and who reads it, so that neither is searched for.
 */
public final class Value {

	/** Stands where an optional input is left out. */
	public static final Value ABSENT = new Value(TensorType.UNKNOWN, null, null);

	private final @Nullable Node producer;

	private final Set<Use> uses = new LinkedHashSet<>();

	private @Nullable Constant constant;

	private String name = "";

	private TensorType type;

	private boolean output;

	private Value(TensorType type, @Nullable Node producer, @Nullable Constant constant) {
		this.type = type;
		this.producer = producer;
		this.constant = constant;
	}

	static Value input(TensorType type) {
		return new Value(type, null, null);
	}

	static Value constant(Constant tensor) {
		return new Value(tensor.declared(), null, tensor);
	}

	static Value madeBy(Node producer) {
		return new Value(TensorType.UNKNOWN, producer, null);
	}

	/** Its name, which no other value of the graph has; empty when it is absent. */
	public String name() {
		return this.name;
	}

	/** What is declared of it; constants declare all, values between nodes nothing. */
	public TensorType type() {
		return this.type;
	}

	/** The type of its elements, as far as it is declared. */
	public DataType elementType() {
		return this.type.element();
	}

	/** Its axes, null when they are not declared. */
	public @Nullable List<Dimension> shape() {
		return this.type.shape();
	}

	/** Declares something else of it. */
	public void declare(TensorType declared) {
		this.type = declared;
	}

	/** The node that makes it; empty for inputs and constants. */
	public Optional<Node> producer() {
		return Optional.ofNullable(this.producer);
	}

	/** The node that makes it, if it is of one of these standard operators. */
	public Optional<Node> producer(String... operators) {
		return producer().filter((node) -> node.is(operators));
	}

	/** The numbers that it always holds; empty when runs decide. */
	public Optional<Constant> constant() {
		return Optional.ofNullable(this.constant);
	}

	/** Gives a constant other numbers. */
	public void setConstant(Constant tensor) {
		this.constant = tensor;
		this.type = tensor.declared();
	}

	/** Where it is read, in no order. */
	public List<Use> uses() {
		return List.copyOf(this.uses);
	}

	/** Whether nothing reads it, neither a node nor the caller. */
	public boolean isUnused() {
		return this.uses.isEmpty() && !this.output;
	}

	/** Whether it is an output of the graph. */
	public boolean isOutput() {
		return this.output;
	}

	/** Whether it stands for an input that is left out. */
	public boolean isAbsent() {
		return this == ABSENT;
	}

	/** The node that reads it, if nothing else does. */
	public Optional<Node> onlyReader() {
		return (this.uses.size() == 1 && !this.output) ? Optional.of(this.uses.iterator().next().node())
				: Optional.empty();
	}

	void setName(String name) {
		this.name = name;
	}

	void setOutput(boolean output) {
		this.output = output;
	}

	void addUse(Use use) {
		if (!isAbsent()) {
			this.uses.add(use);
		}
	}

	void removeUse(Use use) {
		this.uses.remove(use);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
