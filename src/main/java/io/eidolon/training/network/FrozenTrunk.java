package io.eidolon.training.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.TensorData;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * A trained network of convolutions, as an ONNX file holds it, in libtorch. Its weights
 * never change, but gradients pass through it to the pictures. The pointer scope in which
 * it is made owns its weights.
 */
public final class FrozenTrunk {

	private final String input;

	private final List<FrozenLayer> layers;

	private final List<Tensor> weights;

	private final List<String> outputs;

	/**
	 * Reads a graph of one input (N, C, H, W).
	 * @param type what it computes with
	 * @throws IllegalArgumentException when it has an operator that is not known
	 */
	public FrozenTrunk(OnnxGraph graph, ComputeType type) {
		GraphProto proto = graph.model().getGraph();
		Map<String, Tensor> weights = new HashMap<>();
		for (TensorProto tensor : proto.getInitializerList()) {
			long[] shape = tensor.getDimsList().stream().mapToLong(Long::longValue).toArray();
			float[] values = TensorData.floats(tensor);
			weights.put(tensor.getName(), type
				.enter((shape.length > 0) ? NewTensor.of(values, shape) : NewTensor.of(values).reshape(new long[0])));
		}
		this.weights = List.copyOf(weights.values());
		this.input = proto.getInputList()
			.stream()
			.map(ValueInfoProto::getName)
			.filter((name) -> !weights.containsKey(name))
			.findFirst()
			.orElseThrow();
		// Weights in half precision are cast where they are read
		for (NodeProto node : proto.getNodeList()) {
			if (node.getOpType().equals("Cast") && weights.containsKey(node.getInput(0))) {
				weights.put(node.getOutput(0), Objects.requireNonNull(weights.get(node.getInput(0))));
			}
		}
		this.layers = proto.getNodeList()
			.stream()
			.filter((node) -> !weights.containsKey(node.getOutput(0)))
			.map((node) -> FrozenLayer.of(node, weights))
			.toList();
		this.outputs = proto.getOutputList().stream().map(ValueInfoProto::getName).toList();
	}

	/** Moves its weights to where it is to compute. */
	void moveTo(ComputeDevice device) {
		this.weights.forEach(device::move);
	}

	/**
	 * Describes pictures by the feature maps of each output, in the graph's order.
	 * @param x (N, C, H, W) in the type that the trunk computes with
	 */
	public List<Tensor> forward(Tensor x) {
		List<Tensor> features = this.outputs.stream().map((_) -> new Tensor()).toList();
		// What lies between is given back at once, unless a gradient needs it
		try (PointerScope _ = new PointerScope()) {
			Map<String, Tensor> values = new HashMap<>(Map.of(this.input, x));
			for (FrozenLayer layer : this.layers) {
				values.put(layer.output(), layer.apply(values));
			}
			for (int i = 0; i < features.size(); i++) {
				features.get(i).put(Objects.requireNonNull(values.get(this.outputs.get(i))));
			}
		}
		return features;
	}

}
