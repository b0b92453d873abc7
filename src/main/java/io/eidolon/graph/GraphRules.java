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
 * sorted, without loops (which need not end), over tensors that are as large as they say.
 * Branches may be there: {@code If} is for whoever knows which of them is taken.
 */
final class GraphRules {

	/**
	 * To open a graph takes ONNX Runtime time of the square of its nodes, and cannot be
	 * ended: that of 4,000 takes 3 s of a core, and of so many 20 s.
	 */
	static final int MAX_NODES = 10_000;

	/** What joins many values joins some hundreds. */
	private static final int MAX_INPUTS = 2048;

	private static final int MAX_DEPTH = 8;

	private static final long FIRST_OPSET = 9;

	private static final Set<String> LOOPS = Set.of("Loop", "Scan", "SequenceMap");

	private final Set<String> values = new HashSet<>();

	private int nodes;

	private int depth;

	private GraphRules() {
	}

	static void check(ModelProto model) {
		require(model.hasGraph() && model.getGraph().getNodeCount() > 0, "The model has no nodes");
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
				"The graph uses opset %s; %s and later are understood".formatted(opset, FIRST_OPSET));
	}

	private void check(GraphProto graph) {
		this.nodes += graph.getNodeCount();
		require(this.nodes <= MAX_NODES,
				"The graph has %s nodes; at most %s are run, as ONNX Runtime takes minutes to open more"
					.formatted(this.nodes, MAX_NODES));
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
		require(!LOOPS.contains(node.getOpType()),
				"Operator %s loops; a graph without loops is needed".formatted(operator));
		require(Math.max(node.getInputCount(), node.getOutputCount()) <= MAX_INPUTS,
				"%s has %s inputs and %s outputs; at most %s of each are allowed".formatted(operator,
						node.getInputCount(), node.getOutputCount(), MAX_INPUTS));
		for (String input : node.getInputList()) {
			require(input.isEmpty() || this.values.contains(input),
					"%s reads %s, which nothing before it makes".formatted(operator, Quoted.of(input)));
		}
		for (AttributeProto attribute : node.getAttributeList()) {
			boolean branch = attribute.hasG() && node.getOpType().equals("If");
			require((branch || !attribute.hasG()) && attribute.getGraphsCount() == 0 && !attribute.hasSparseTensor()
					&& attribute.getSparseTensorsCount() == 0 && attribute.getTensorsCount() == 0,
					"%s has the attribute %s, which is neither numbers nor text".formatted(operator,
							Quoted.of(attribute.getName())));
			if (branch) {
				checkBranch(attribute.getG());
			}
			if (attribute.hasT()) {
				TensorData.check("attribute %s of %s".formatted(Quoted.of(attribute.getName()), operator),
						attribute.getT());
			}
		}
		node.getOutputList().stream().filter((output) -> !output.isEmpty()).forEach(this::declare);
	}

	// It may read what is around it; nothing around it reads what it makes.
	private void checkBranch(GraphProto branch) {
		require(++this.depth <= MAX_DEPTH,
				"The graph has branches within branches, more than %s deep".formatted(MAX_DEPTH));
		require(branch.getInputCount() == 0, "A branch of an If has inputs; it may have none");
		check(branch);
		branch.getInitializerList().forEach((weight) -> this.values.remove(weight.getName()));
		branch.getNodeList().forEach((node) -> node.getOutputList().forEach(this.values::remove));
		this.depth--;
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
