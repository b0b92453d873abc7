package io.eidolon.graph.gradient;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.eidolon.graph.Names;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.modelcard.ModelCard;

/** A generator with a loss behind it: two graphs as one. */
final class GeneratorWithLoss {

	private final Names names = new Names();

	private final Names nodeNames = new Names();

	private final Set<String> ports = new HashSet<>(
			Set.of(ModelCard.LATENT_INPUT, ModelCard.LABEL_INPUT, ModelCard.IMAGE_OUTPUT));

	private GeneratorWithLoss(GraphProto loss) {
		loss.getInputList().forEach((input) -> this.ports.add(input.getName()));
		this.ports.add(Loss.LOSS);
		this.ports.add(GradientGraph.LATENT_GRADIENT);
		this.ports.forEach(this.names::add);
	}

	/** Gives the loss the pictures that the generator draws. */
	static OnnxGraph of(OnnxGraph generator, Loss loss) {
		GraphProto behind = loss.graph().model().getGraph();
		GeneratorWithLoss names = new GeneratorWithLoss(behind);
		GraphProto.Builder joined = names.renamed(generator.model().getGraph());
		GraphProto.Builder appended = names.renamed(behind);
		Set<String> known = new HashSet<>();
		joined.getInputList().forEach((input) -> known.add(input.getName()));
		known.add(ModelCard.IMAGE_OUTPUT);
		TensorShapeProto.Dimension batch = batch(joined.getInput(0));
		behind.getInputList()
			.stream()
			.filter((input) -> known.add(input.getName()))
			.forEach((input) -> joined.addInput(batched(input, batch)));
		joined.addAllInitializer(appended.getInitializerList())
			.addAllNode(appended.getNodeList())
			.addOutput(batched(behind.getOutput(0), batch))
			.clearValueInfo();
		return OnnxGraph.of(generator.model().toBuilder().setGraph(joined).build());
	}

	private static TensorShapeProto.Dimension batch(ValueInfoProto latent) {
		return latent.getType().getTensorType().getShape().getDim(0);
	}

	// As many as the generator draws in a run, which may be one alone.
	private static ValueInfoProto batched(ValueInfoProto port, TensorShapeProto.Dimension batch) {
		ValueInfoProto.Builder batched = port.toBuilder();
		batched.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder().setDim(0, batch);
		return batched.build();
	}

	// Values and nodes inside a graph may have any name, so that two graphs share some.
	private GraphProto.Builder renamed(GraphProto graph) {
		Set<String> kept = new HashSet<>();
		graph.getInputList().forEach((input) -> kept.add(input.getName()));
		graph.getOutputList().forEach((output) -> kept.add(output.getName()));
		graph.getInitializerList().forEach((tensor) -> kept.remove(tensor.getName()));
		kept.retainAll(this.ports);
		Map<String, String> fresh = new HashMap<>(Map.of("", ""));
		kept.forEach((port) -> fresh.put(port, port));

		GraphProto.Builder renamed = graph.toBuilder().clearNode().clearInput();
		renamed.getInitializerBuilderList().forEach((tensor) -> tensor.setName(fresh(fresh, tensor.getName())));
		inputs(graph).forEach(renamed::addInput);
		for (NodeProto node : graph.getNodeList()) {
			NodeProto.Builder copy = node.toBuilder().clearInput().clearOutput();
			node.getInputList().forEach((input) -> copy.addInput(fresh(fresh, input)));
			node.getOutputList().forEach((output) -> copy.addOutput(fresh(fresh, output)));
			if (!node.getName().isEmpty()) {
				copy.setName(this.nodeNames.fresh(node.getName()));
			}
			renamed.addNode(copy);
		}
		return renamed;
	}

	private String fresh(Map<String, String> fresh, String name) {
		return fresh.computeIfAbsent(name, this.names::fresh);
	}

	// What callers give. Old files list their constants as well, as defaults.
	private static List<ValueInfoProto> inputs(GraphProto graph) {
		Set<String> constants = new HashSet<>();
		graph.getInitializerList().forEach((tensor) -> constants.add(tensor.getName()));
		return graph.getInputList().stream().filter((input) -> !constants.contains(input.getName())).toList();
	}

}
