package io.eidolon.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;

/**
 * Puts the functions that a file brings with it in the place of the nodes that call them,
 * as exporters write whole modules. Values inside get names of their own.
 */
final class FunctionInlining {

	private static final int MAX_DEPTH = 32;

	private final Map<String, FunctionProto> functions = new HashMap<>();

	private final int most;

	private int nodes;

	private int calls;

	private FunctionInlining(List<FunctionProto> functions, int most) {
		functions.forEach((function) -> this.functions.put(key(function.getDomain(), function.getName()), function));
		this.most = most;
	}

	/**
	 * A model without functions.
	 * @param most how many nodes it may have then
	 * @throws InvalidGraphException when there are more, or functions call themselves
	 */
	static ModelProto apply(ModelProto model, int most) {
		if (model.getFunctionsCount() == 0) {
			return model;
		}
		FunctionInlining inlining = new FunctionInlining(model.getFunctionsList(), most);
		return model.toBuilder()
			.setGraph(inlining.inlined(model.getGraph(), UnaryOperator.identity(), Map.of(), 0))
			.clearFunctions()
			.build();
	}

	private GraphProto inlined(GraphProto graph, UnaryOperator<String> names, Map<String, AttributeProto> settings,
			int depth) {
		GraphProto.Builder body = graph.toBuilder().clearNode();
		graph.getNodeList().forEach((node) -> add(body, node, names, settings, depth));
		return body.build();
	}

	private void add(GraphProto.Builder body, NodeProto node, UnaryOperator<String> names,
			Map<String, AttributeProto> settings, int depth) {
		NodeProto renamed = renamed(node, names, settings, depth);
		FunctionProto function = this.functions.get(key(node.getDomain(), node.getOpType()));
		if (function == null) {
			if (++this.nodes > this.most) {
				throw new InvalidGraphException(
						"The graph has more than %s nodes with those of its functions".formatted(this.most));
			}
			body.addNode(renamed);
			return;
		}
		if (depth >= MAX_DEPTH) {
			throw new InvalidGraphException("Function %s calls itself".formatted(Quoted.of(function.getName())));
		}
		UnaryOperator<String> inner = names(function, renamed, "%s/%s/".formatted(function.getName(), ++this.calls));
		Map<String, AttributeProto> given = settings(function, renamed);
		function.getNodeList().forEach((inside) -> add(body, inside, inner, given, depth + 1));
	}

	private NodeProto renamed(NodeProto node, UnaryOperator<String> names, Map<String, AttributeProto> settings,
			int depth) {
		NodeProto.Builder renamed = node.toBuilder().clearInput().clearOutput().clearAttribute();
		node.getInputList().forEach((input) -> renamed.addInput(names.apply(input)));
		node.getOutputList().forEach((output) -> renamed.addOutput(names.apply(output)));
		for (AttributeProto attribute : node.getAttributeList()) {
			if (attribute.getRefAttrName().isEmpty()) {
				renamed.addAttribute(attribute.hasG() ? branch(attribute, names, settings, depth) : attribute);
			}
			else if (settings.get(attribute.getRefAttrName()) instanceof AttributeProto given) {
				renamed.addAttribute(given.toBuilder().setName(attribute.getName()));
			}
		}
		return renamed.build();
	}

	// A graph within a node reads the values around it, so it gets the same names.
	private AttributeProto branch(AttributeProto attribute, UnaryOperator<String> names,
			Map<String, AttributeProto> settings, int depth) {
		GraphProto.Builder graph = inlined(attribute.getG(), names, settings, depth).toBuilder();
		graph.getInitializerBuilderList().forEach((weight) -> weight.setName(names.apply(weight.getName())));
		graph.getInputBuilderList().forEach((input) -> input.setName(names.apply(input.getName())));
		graph.getOutputBuilderList().forEach((output) -> output.setName(names.apply(output.getName())));
		return attribute.toBuilder().setG(graph).build();
	}

	private static UnaryOperator<String> names(FunctionProto function, NodeProto call, String prefix) {
		Map<String, String> ports = new HashMap<>(Map.of("", ""));
		for (int i = 0; i < function.getInputCount(); i++) {
			ports.put(function.getInput(i), (i < call.getInputCount()) ? call.getInput(i) : "");
		}
		Set<String> taken = new HashSet<>(function.getInputList());
		for (int i = 0; i < Math.min(function.getOutputCount(), call.getOutputCount()); i++) {
			if (taken.contains(function.getOutput(i))) {
				throw new InvalidGraphException(
						"Function %s gives what it takes".formatted(Quoted.of(function.getName())));
			}
			if (!call.getOutput(i).isEmpty()) {
				ports.put(function.getOutput(i), call.getOutput(i));
			}
		}
		return (name) -> ports.getOrDefault(name, prefix + name);
	}

	private static Map<String, AttributeProto> settings(FunctionProto function, NodeProto call) {
		Map<String, AttributeProto> settings = new HashMap<>();
		function.getAttributeProtoList().forEach((attribute) -> settings.put(attribute.getName(), attribute));
		call.getAttributeList().forEach((attribute) -> settings.put(attribute.getName(), attribute));
		return settings;
	}

	private static String key(String domain, String name) {
		return (domain.equals("ai.onnx") ? "" : domain) + ":" + name;
	}

}
