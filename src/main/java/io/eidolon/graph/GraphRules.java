package io.eidolon.graph;

import java.util.HashSet;
import java.util.Set;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;

/**
 * What a graph from a file must keep before anything relies on it: standard operators,
 * sorted, without control flow (which need not end), over tensors that are as large as
 * they say.
 */
final class GraphRules {

	private static final int MAX_NODES = 20_000;

	private static final long FIRST_OPSET = 9;

	private static final Set<String> CONTROL_FLOW = Set.of("If", "Loop", "Scan", "SequenceMap");

	private final Set<String> values = new HashSet<>();

	private GraphRules() {
	}

	static void check(ModelProto model) {
		require(model.hasGraph() && model.getGraph().getNodeCount() > 0, "The model has no nodes");
		require(model.getGraph().getNodeCount() <= MAX_NODES,
				"The graph has %d nodes; at most %d are run".formatted(model.getGraph().getNodeCount(), MAX_NODES));
		checkOpset(model);
		new GraphRules().check(model.getGraph());
	}

	/** The version of the standard operators, 0 when the model does not say. */
	static long opset(ModelProto model) {
		return model.getOpsetImportList()
			.stream()
			.filter((set) -> isStandard(set.getDomain()))
			.mapToLong(OperatorSetIdProto::getVersion)
			.max()
			.orElse(0);
	}

	private static void checkOpset(ModelProto model) {
		long opset = opset(model);
		require(opset >= FIRST_OPSET,
				"The graph uses opset %d; %d and later are understood".formatted(opset, FIRST_OPSET));
	}

	private void check(GraphProto graph) {
		require(graph.getSparseInitializerCount() == 0, "The graph has sparse weights; dense ones are needed");
		for (TensorProto tensor : graph.getInitializerList()) {
			TensorData.check("weight " + Quoted.of(tensor.getName()), tensor);
			declare(tensor.getName());
		}
		for (ValueInfoProto input : graph.getInputList()) {
			declare(input.getName());
		}
		for (NodeProto node : graph.getNodeList()) {
			check(node);
		}
		require(graph.getOutputCount() > 0, "The graph has no outputs");
		for (ValueInfoProto output : graph.getOutputList()) {
			require(this.values.contains(output.getName()), "Nothing makes the output " + Quoted.of(output.getName()));
		}
	}

	private void check(NodeProto node) {
		String operator = Quoted.of(node.getOpType());
		require(isStandard(node.getDomain()), "Operator %s is of the domain %s; standard operators are needed"
			.formatted(operator, Quoted.of(node.getDomain())));
		require(!CONTROL_FLOW.contains(node.getOpType()),
				"Operator %s branches or loops; a graph without control flow is needed".formatted(operator));
		for (String input : node.getInputList()) {
			require(input.isEmpty() || this.values.contains(input),
					"%s reads %s, which nothing before it makes".formatted(operator, Quoted.of(input)));
		}
		for (AttributeProto attribute : node.getAttributeList()) {
			require(!attribute.hasG() && attribute.getGraphsCount() == 0 && !attribute.hasSparseTensor()
					&& attribute.getSparseTensorsCount() == 0 && attribute.getTensorsCount() == 0,
					"%s has the attribute %s, which is neither numbers nor text".formatted(operator,
							Quoted.of(attribute.getName())));
			if (attribute.hasT()) {
				TensorData.check("attribute %s of %s".formatted(Quoted.of(attribute.getName()), operator),
						attribute.getT());
			}
		}
		node.getOutputList().stream().filter((output) -> !output.isEmpty()).forEach(this::declare);
	}

	private void declare(String value) {
		require(this.values.add(value), "%s is made twice".formatted(Quoted.of(value)));
	}

	private static boolean isStandard(String domain) {
		return domain.isEmpty() || domain.equals("ai.onnx");
	}

	private static void require(boolean kept, String otherwise) {
		if (!kept) {
			throw new InvalidGraphException(otherwise);
		}
	}

}
