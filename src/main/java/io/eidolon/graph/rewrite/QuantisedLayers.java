package io.eidolon.graph.rewrite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Constant;
import io.eidolon.graph.ir.Value;

/**
 * Puts layers of 8-bit integers in the place of wide ones. Activations are unsigned, with
 * one {@link Scale} for each; weights are {@link SignedWeights}. Values stay integers
 * with the channels last from one such layer to the next.
 */
final class QuantisedLayers {

	private static final Attribute CHANNELS_LAST = Attribute.integer("channels_last", 1);

	private final Graph graph;

	private final Map<String, Scale> scales;

	/** The 8-bit values of shape (N, H, W, C) that are there, by what they stand for. */
	private final Map<Value, Value> bytes = new HashMap<>();

	QuantisedLayers(Graph graph, Map<String, Scale> scales) {
		this.graph = graph;
		this.scales = scales;
	}

	void replace(List<WideLayer> layers) {
		layers.forEach(this::replace);
		this.graph.removeUnused();
	}

	private void replace(WideLayer layer) {
		NodeWriter writer = NodeWriter.before(layer.nodes().getLast(), this.graph, "");
		Value x = this.bytes.computeIfAbsent(layer.source(), (source) -> quantised(writer, source));
		// Clamping at 0 is what a Relu does.
		Scale target = scale(layer.target());
		boolean leaky = layer.activation().is("LeakyRelu");
		Scale sum = leaky ? scale(layer.sum()) : target;
		List<Value> phases = layer.phases().stream().map((phase) -> convolution(writer, x, layer, phase, sum)).toList();
		Value y = (phases.size() == 1) ? phases.getFirst() : Phase.interleaved(writer,
				writer.node("Concat", phases, Attribute.integer("axis", 3)), layer.input(), layer.channels());
		if (leaky) {
			y = leakyRelu(writer, y, layer, sum, target);
		}
		Value floats = writer.runtimeNode("DequantizeLinear",
				List.of(writer.transpose(y, 0, 3, 1, 2), target.stepIn(writer), target.zeroIn(writer)));
		this.bytes.put(floats, y);
		Rewriter.replace(this.graph, layer.nodes(), floats);
	}

	private Scale scale(Value value) {
		return Objects.requireNonNull(this.scales.get(value.name()));
	}

	private Value quantised(NodeWriter writer, Value value) {
		Scale scale = scale(value);
		Value integers = writer.runtimeNode("QuantizeLinear",
				List.of(value, scale.stepIn(writer), scale.zeroIn(writer)));
		return writer.transpose(integers, 0, 2, 3, 1);
	}

	private Value convolution(NodeWriter writer, Value x, WideLayer layer, Phase phase, Scale to) {
		Scale from = scale(layer.source());
		FloatTensor kernels = phase.kernels();
		SignedWeights weights = SignedWeights.of(kernels);
		float[] steps = weights.steps();
		int[] bias = new int[layer.channels()];
		float[] offsets = layer.convolution().bias();
		for (int c = 0; c < layer.channels(); c++) {
			bias[c] = (int) Math.rint(offsets[c] / ((double) from.step() * steps[c]));
		}
		return writer.runtimeNode("QLinearConv",
				List.of(x, from.stepIn(writer), from.zeroIn(writer), signed(writer, weights.values(), kernels.shape()),
						writer.constant(Constant.floats(steps, steps.length)),
						signed(writer, new byte[steps.length], List.of((long) steps.length)), to.stepIn(writer),
						to.zeroIn(writer), writer.constant(Constant.integers(bias))),
				Attribute.integers("pads", phase.pads()), CHANNELS_LAST);
	}

	private static Value leakyRelu(NodeWriter writer, Value x, WideLayer layer, Scale from, Scale to) {
		float alpha = layer.activation().node().map((node) -> node.attributes().real("alpha", 0.01f)).orElse(0.01f);
		return writer.runtimeNode("QLinearLeakyRelu",
				List.of(x, from.stepIn(writer), from.zeroIn(writer), to.stepIn(writer), to.zeroIn(writer)),
				Attribute.real("alpha", alpha));
	}

	private static Value signed(NodeWriter writer, byte[] values, List<Long> shape) {
		return writer
			.constant(Constant.bytes(DataType.INT8, values, shape.stream().mapToLong(Long::longValue).toArray()));
	}

}
