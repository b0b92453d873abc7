package io.eidolon.graph.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.Quoted;
import org.jspecify.annotations.Nullable;

/** Reads a graph from protobuf. Weights are shared, not copied. */
final class OnnxReader {

	private final Graph graph;

	private final Map<String, Value> known = new HashMap<>(Map.of("", Value.ABSENT));

	/** The node that nodes are put before, null to put them last. */
	private final @Nullable Node before;

	private OnnxReader(Graph graph, Node before) {
		this.graph = graph;
		this.before = before;
	}

	private OnnxReader(ModelProto model) {
		this.before = null;
		GraphProto.Builder named = GraphProto.newBuilder().setName(model.getGraph().getName());
		this.graph = new Graph(model.toBuilder().clearOpsetImport().setGraph(named).build());
		model.getOpsetImportList().forEach((opset) -> this.graph.setOpset(opset.getDomain(), opset.getVersion()));
	}

	/**
	 * Reads a graph.
	 * @throws InvalidGraphException when a node reads what nothing before it makes
	 */
	static Graph read(ModelProto model) {
		return new OnnxReader(model).read(model.getGraph());
	}

	/**
	 * Reads the nodes of a branch into the graph around it, before the node that holds
	 * it.
	 * @return what it makes
	 * @throws InvalidGraphException when a node reads what nothing before it makes
	 */
	static List<Value> inline(Graph graph, GraphProto branch, Node before) {
		OnnxReader reader = new OnnxReader(graph, before);
		for (TensorProto tensor : branch.getInitializerList()) {
			reader.known.put(tensor.getName(), graph.addConstant(tensor.getName(), Constant.of(tensor)));
		}
		branch.getNodeList().forEach(reader::read);
		return branch.getOutputList().stream().map((output) -> reader.known("A branch", output.getName())).toList();
	}

	private Graph read(GraphProto onnx) {
		for (TensorProto tensor : onnx.getInitializerList()) {
			this.known.put(tensor.getName(), this.graph.addConstant(tensor.getName(), Constant.of(tensor)));
		}
		for (ValueInfoProto input : onnx.getInputList()) {
			// Old files list their constants as well, as defaults.
			if (!this.known.containsKey(input.getName())) {
				this.known.put(input.getName(), this.graph.addInput(input.getName(), type(input)));
			}
		}
		onnx.getNodeList().forEach(this::read);
		for (ValueInfoProto output : onnx.getOutputList()) {
			Value value = known("The graph", output.getName());
			value.declare(type(output));
			this.graph.addOutput(value);
		}
		return this.graph;
	}

	private void read(NodeProto onnx) {
		List<Value> inputs = new ArrayList<>();
		onnx.getInputList().forEach((input) -> inputs.add(known(onnx.getOpType(), input)));
		Node node = new Node(onnx.getDomain(), onnx.getOpType(), this.graph.nodeName(onnx.getName()), inputs,
				new Attributes(onnx));
		this.graph.addNode(node, onnx.getOutputList(), this.before);
		for (int i = 0; i < onnx.getOutputCount(); i++) {
			// A name that is taken around a branch becomes another one.
			this.known.put(onnx.getOutput(i), node.outputs().get(i));
		}
		this.known.put("", Value.ABSENT);
	}

	private Value known(String reader, String name) {
		Value value = this.known.get(name);
		if (value == null && this.before != null) {
			value = this.graph.value(name).orElse(null);
		}
		if (value == null) {
			throw new InvalidGraphException(
					"%s reads %s, which nothing before it makes".formatted(Quoted.of(reader), Quoted.of(name)));
		}
		return value;
	}

	private static TensorType type(ValueInfoProto port) {
		if (!port.getType().hasTensorType()) {
			return TensorType.UNKNOWN;
		}
		TypeProto.Tensor tensor = port.getType().getTensorType();
		DataType element = DataType.forNumber(tensor.getElemType());
		return new TensorType((element != null) ? element : DataType.UNDEFINED,
				tensor.hasShape() ? tensor.getShape().getDimList().stream().map(OnnxReader::axis).toList() : null);
	}

	private static Dimension axis(TensorShapeProto.Dimension axis) {
		return (axis.hasDimValue() && axis.getDimValue() > 0) ? Dimension.fixed(axis.getDimValue())
				: Dimension.dynamic(axis.getDimParam());
	}

}
