package io.eidolon.graph.rewrite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.eidolon.graph.Names;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.shape.Shapes;

/**
 * A graph while it is rewritten. Nodes stand in the order in which they run; what stands
 * in for some of them takes the place of the last and makes the value that it made.
 */
final class GraphEdit {

	/** The domain of ONNX Runtime's own operators. */
	static final String RUNTIME_DOMAIN = "com.microsoft";

	private final ModelProto model;

	private final List<NodeProto> nodes;

	private final Map<String, TensorProto> constants = new LinkedHashMap<>();

	private final Names names = new Names();

	GraphEdit(OnnxGraph graph) {
		this.model = graph.model();
		this.nodes = new ArrayList<>(source().getNodeList());
		source().getInitializerList().forEach((tensor) -> this.constants.put(tensor.getName(), tensor));
		this.names.addAll(source());
	}

	/** Whether a node holds a graph of its own, which may read any value of this one. */
	static boolean hasSubgraphs(OnnxGraph graph) {
		return graph.model()
			.getGraph()
			.getNodeList()
			.stream()
			.flatMap((node) -> node.getAttributeList().stream())
			.anyMatch((attribute) -> attribute.hasG() || attribute.getGraphsCount() > 0);
	}

	/** The nodes as they stand now. */
	List<NodeProto> nodes() {
		return List.copyOf(this.nodes);
	}

	/** The nodes of this operator as they stand now. */
	List<NodeProto> nodes(String operator) {
		return this.nodes.stream().filter((node) -> is(node, operator)).toList();
	}

	// What callers give. Old files list their constants as well, as defaults.
	private List<ValueInfoProto> inputs() {
		return source().getInputList()
			.stream()
			.filter((input) -> !this.constants.containsKey(input.getName()))
			.toList();
	}

	static boolean is(NodeProto node, String operator) {
		return node.getOpType().equals(operator) && (node.getDomain().isEmpty() || node.getDomain().equals("ai.onnx"));
	}

	/** A constant that a node reads; empty when it reads none or a computed value. */
	Optional<TensorProto> constant(NodeProto node, int input) {
		return (input < node.getInputCount()) ? Optional.ofNullable(this.constants.get(node.getInput(input)))
				: Optional.empty();
	}

	/** A constant of floats that a node reads. */
	Optional<FloatTensor> floats(NodeProto node, int input) {
		return constant(node, input).flatMap(FloatTensor::of);
	}

	/** The node that makes the value, if it is for one reader alone. */
	Optional<NodeProto> onlySource(String value) {
		return readers(value) == 1 ? source(value) : Optional.empty();
	}

	/** The node that reads the first output of a node, if nothing else does. */
	Optional<NodeProto> onlyReader(NodeProto node) {
		String value = node.getOutput(0);
		return (node.getOutputCount() == 1 && readers(value) == 1)
				? this.nodes.stream().filter((reader) -> reader.getInputList().contains(value)).findFirst()
				: Optional.empty();
	}

	Optional<NodeProto> source(String value) {
		return this.nodes.stream().filter((node) -> node.getOutputList().contains(value)).findFirst();
	}

	/** A name that no value has. */
	String fresh(String hint) {
		return this.names.fresh(hint);
	}

	void constant(TensorProto tensor) {
		this.names.add(tensor.getName());
		this.constants.put(tensor.getName(), tensor);
	}

	void remove(NodeProto node) {
		this.nodes.remove(node);
	}

	/**
	 * Puts a fragment in the place of nodes of which only the last one's value is read.
	 */
	void replace(List<NodeProto> old, Fragment fragment) {
		this.nodes.addAll(this.nodes.indexOf(old.getLast()) + 1, fragment.making(old.getLast().getOutput(0)));
		this.nodes.removeAll(old);
		fragment.constants().forEach(this::constant);
	}

	OnnxGraph graph() {
		Set<String> read = new HashSet<>();
		this.nodes.forEach((node) -> read.addAll(node.getInputList()));
		source().getOutputList().forEach((output) -> read.add(output.getName()));
		GraphProto.Builder graph = source().toBuilder()
			.clearNode()
			.clearInitializer()
			.clearValueInfo()
			.clearInput()
			.addAllInput(inputs());
		this.constants.values()
			.stream()
			.filter((tensor) -> read.contains(tensor.getName()))
			.forEach(graph::addInitializer);
		ModelProto.Builder edited = this.model.toBuilder().setGraph(graph.addAllNode(this.nodes));
		if (uses(RUNTIME_DOMAIN) && !imports(RUNTIME_DOMAIN)) {
			edited.addOpsetImportBuilder().setDomain(RUNTIME_DOMAIN).setVersion(1);
		}
		return OnnxGraph.of(edited.build());
	}

	/** What is known of the shapes of the values as they stand now. */
	Shapes shapes() {
		return Shapes.of(graph());
	}

	/** Takes nodes out that make nothing that is read. */
	void removeUnread() {
		for (NodeProto node : nodes().reversed()) {
			if (node.getOutputList().stream().allMatch((value) -> readers(value) == 0)) {
				this.nodes.remove(node);
			}
		}
	}

	private boolean uses(String domain) {
		return this.nodes.stream().anyMatch((node) -> node.getDomain().equals(domain));
	}

	private boolean imports(String domain) {
		return this.model.getOpsetImportList().stream().anyMatch((opset) -> opset.getDomain().equals(domain));
	}

	private long readers(String value) {
		long nodes = this.nodes.stream().flatMap((node) -> node.getInputList().stream()).filter(value::equals).count();
		return nodes + source().getOutputList().stream().filter((output) -> output.getName().equals(value)).count();
	}

	private GraphProto source() {
		return this.model.getGraph();
	}

}
