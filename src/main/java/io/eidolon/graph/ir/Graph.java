package io.eidolon.graph.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.eidolon.graph.OnnxGraph;
import org.jspecify.annotations.Nullable;

/**
 * A graph that can be changed. Nodes stand in the order in which they run; a
 * {@link NodeWriter} adds to them.
 */
public final class Graph {

	/** What a file says beside its graph. */
	private ModelProto header;

	private final Map<String, Long> opsets = new LinkedHashMap<>();

	private final NodeList nodes = new NodeList();

	private final List<Value> inputs = new ArrayList<>();

	private final List<Value> outputs = new ArrayList<>();

	private final Set<Value> constants = new LinkedHashSet<>();

	private final ValueNames names = new ValueNames();

	private final Names nodeNames = new Names();

	/** Starts an empty graph with what a file says beside it. */
	Graph(ModelProto header) {
		this.header = header;
	}

	/** Reads a graph. */
	public static Graph of(OnnxGraph graph) {
		return OnnxReader.read(graph.model());
	}

	/** The graph as it is now. */
	public OnnxGraph onnx() {
		return OnnxGraph.of(OnnxWriter.write(this));
	}

	ModelProto header() {
		return this.header;
	}

	/** The version of each set of operators, by its domain. */
	Map<String, Long> opsets() {
		return this.opsets;
	}

	/** The version of the standard operators, 0 when the file does not say. */
	public long opset() {
		return this.opsets.getOrDefault("", this.opsets.getOrDefault("ai.onnx", 0L));
	}

	/** Writes files of this version of the format, or of a later one. */
	public void requireFormat(long version) {
		if (this.header.getIrVersion() < version) {
			this.header = this.header.toBuilder().setIrVersion(version).build();
		}
	}

	/** Notes an entry of the file's metadata, which no computation reads. */
	public void addMetadata(String key, String value) {
		ModelProto.Builder noted = this.header.toBuilder();
		noted.addMetadataPropsBuilder().setKey(key).setValue(value);
		this.header = noted.build();
	}

	/** Sets the version of a set of operators. */
	public void setOpset(String domain, long version) {
		this.opsets.put(domain, version);
	}

	/** The nodes as they stand now. */
	public List<Node> nodes() {
		return this.nodes.toList();
	}

	@Nullable Node firstNode() {
		return this.nodes.first();
	}

	/** The nodes of these standard operators as they stand now. */
	public List<Node> nodes(String... operators) {
		return nodes().stream().filter((node) -> node.is(operators)).toList();
	}

	/** What a caller gives. */
	public List<Value> inputs() {
		return Collections.unmodifiableList(this.inputs);
	}

	/** The input of this name. */
	public Optional<Value> input(String name) {
		return this.inputs.stream().filter((input) -> input.name().equals(name)).findFirst();
	}

	/** What a caller gets. */
	public List<Value> outputs() {
		return Collections.unmodifiableList(this.outputs);
	}

	/** The output of this name. */
	public Optional<Value> output(String name) {
		return this.outputs.stream().filter((output) -> output.name().equals(name)).findFirst();
	}

	/** The constants, read or not. */
	public List<Value> constants() {
		return List.copyOf(this.constants);
	}

	/** The value of this name. */
	public Optional<Value> value(String name) {
		return this.names.find(name);
	}

	/** Adds an input of this name; a value inside that has it gets another. */
	public Value addInput(String name, TensorType type) {
		Value input = Value.input(type);
		this.inputs.add(input);
		rename(input, name);
		return input;
	}

	/** Takes in these inputs alone, in this order. */
	public void setInputs(List<Value> kept) {
		this.inputs.clear();
		this.inputs.addAll(kept);
	}

	/** Makes a value an output. */
	public void addOutput(Value value) {
		value.setOutput(true);
		this.outputs.add(value);
	}

	/** Gives these outputs alone, in this order. */
	public void setOutputs(List<Value> kept) {
		this.outputs.forEach((value) -> value.setOutput(false));
		this.outputs.clear();
		kept.forEach(this::addOutput);
	}

	/** Gives a value this name; another that has it gets a free one. */
	public void rename(Value value, String name) {
		this.names.rename(value, name);
	}

	/** Keeps a name for what is to come: a value that has it gets another. */
	public void free(String name) {
		this.names.free(name);
	}

	/** Lets everything that reads a value read another one, which takes its name. */
	public void replace(Value old, Value by) {
		old.uses().forEach((use) -> use.node().setInput(use.input(), by));
		if (old.isOutput()) {
			replaceOutput(old, by, old.type());
		}
		else {
			rename(by, old.name());
		}
	}

	/** Gives a value in the place of an output, whose name it takes. */
	public void replaceOutput(Value old, Value by, TensorType type) {
		by.declare(type);
		by.setOutput(true);
		old.setOutput(false);
		Collections.replaceAll(this.outputs, old, by);
		rename(by, old.name());
	}

	/** Takes a node out that makes nothing that is read. */
	public void remove(Node node) {
		node.outputs().forEach((value) -> {
			if (!value.isUnused()) {
				throw new IllegalStateException("%s makes %s, which is read".formatted(node, value));
			}
			this.names.forget(value);
		});
		node.release();
		this.nodes.remove(node);
	}

	/** Takes out nodes and constants that nothing reads; runtimes would compute them. */
	public void removeUnused() {
		for (Node node : nodes().reversed()) {
			if (node.outputs().stream().allMatch(Value::isUnused)) {
				remove(node);
			}
		}
		for (Value constant : constants()) {
			if (constant.isUnused()) {
				this.constants.remove(constant);
				this.names.forget(constant);
			}
		}
	}

	/** Adds a constant; its name is the hint, or the hint with a number. */
	Value addConstant(String hint, Constant tensor) {
		Value constant = Value.constant(tensor);
		this.names.add(constant, hint);
		this.constants.add(constant);
		return constant;
	}

	/**
	 * Adds a node.
	 * @param outputs what the names of its outputs start with, empty for one that is left
	 * out
	 * @param before the node that it runs before, null to run last
	 */
	Node addNode(Node node, List<String> outputs, @Nullable Node before) {
		for (String hint : outputs) {
			Value value = Value.madeBy(node);
			node.addOutput(value);
			if (!hint.isEmpty()) {
				this.names.add(value, hint);
			}
		}
		this.nodes.add(node, before);
		return node;
	}

	/** A name that no node has. */
	String nodeName(String hint) {
		return hint.isEmpty() ? "" : this.nodeNames.fresh(hint);
	}

}
