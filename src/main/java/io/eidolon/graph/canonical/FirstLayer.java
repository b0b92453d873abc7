package io.eidolon.graph.canonical;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.TensorType;
import io.eidolon.graph.ir.Value;
import io.eidolon.modelcard.PortNames;

/** What a generator does with its latent first. */
public final class FirstLayer {

	private static final String[] LAYERS = { "Conv", "ConvTranspose", "Gemm", "MatMul" };

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
		Graph graph = Graph.of(canonical);
		return graph.input(PortNames.LATENT).flatMap((latent) -> layer(graph, latent)).map((layer) -> {
			layer.output().declare(new TensorType(DataType.FLOAT, null));
			graph.setOutputs(List.of(layer.output()));
			graph.removeUnused();
			return graph.onnx();
		});
	}

	private static Optional<Node> layer(Graph graph, Value latent) {
		Set<Value> dependent = new HashSet<>(Set.of(latent));
		for (Node node : graph.nodes()) {
			if (node.inputs().stream().anyMatch(dependent::contains)) {
				if (node.is(LAYERS)) {
					return Optional.of(node);
				}
				dependent.addAll(node.outputs());
			}
		}
		return Optional.empty();
	}

}
