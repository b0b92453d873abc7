package io.eidolon.graph.canonical;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.modelcard.ModelCard;

/** What a generator does with its latent first. */
public final class FirstLayer {

	private static final Set<String> LAYERS = Set.of("Conv", "ConvTranspose", "Gemm", "MatMul");

	private FirstLayer() {
	}

	/**
	 * Cuts a generator off behind the first layer with weights that its latent goes
	 * through.
	 * @param canonical a graph in the canonical form
	 * @return the graph with the same inputs, and with that layer's values as its output;
	 * empty when there is no such layer
	 */
	public static Optional<OnnxGraph> of(OnnxGraph canonical) {
		GraphProto graph = canonical.model().getGraph();
		Set<String> dependent = new HashSet<>(Set.of(ModelCard.LATENT_INPUT));
		List<NodeProto> nodes = new ArrayList<>();
		for (NodeProto node : graph.getNodeList()) {
			nodes.add(node);
			if (node.getInputList().stream().anyMatch(dependent::contains)) {
				if (LAYERS.contains(node.getOpType())) {
					return Optional.of(OnnxGraph.of(canonical.model().toBuilder().setGraph(cut(graph, nodes)).build()));
				}
				dependent.addAll(node.getOutputList());
			}
		}
		return Optional.empty();
	}

	/** Keeps what the last node needs. */
	private static GraphProto cut(GraphProto graph, List<NodeProto> nodes) {
		String output = nodes.getLast().getOutput(0);
		Set<String> read = new HashSet<>(Set.of(output));
		List<NodeProto> kept = new ArrayList<>();
		for (NodeProto node : nodes.reversed()) {
			if (node.getOutputList().stream().anyMatch(read::contains)) {
				read.addAll(node.getInputList());
				kept.add(node);
			}
		}
		return graph.toBuilder()
			.clearNode()
			.addAllNode(kept.reversed())
			.clearValueInfo()
			.clearInitializer()
			.addAllInitializer(
					graph.getInitializerList().stream().filter((tensor) -> read.contains(tensor.getName())).toList())
			.clearOutput()
			.addOutput(ValueInfoProto.newBuilder()
				.setName(output)
				.setType(TypeProto.newBuilder()
					.setTensorType(TypeProto.Tensor.newBuilder().setElemType(DataType.FLOAT.getNumber()))))
			.build();
	}

}
