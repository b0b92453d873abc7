package io.eidolon.graph.rewrite;

import io.eidolon.graph.Attributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import io.eidolon.graph.Attribute;

/**
 * Puts layers of 8-bit integers in the place of wide ones. Activations are unsigned, with
 * one {@link Scale} for each; weights are signed and symmetric, with a step for each
 * output channel. Values stay integers with the channels last from one such layer to the
 * next.
 */
final class QuantisedLayers {

	private static final Attribute CHANNELS_LAST = Attribute.integer("channels_last", 1);

	private final GraphEdit graph;

	private final Map<String, Scale> scales;

	/** The 8-bit values of shape (N, H, W, C) that are there, by what they stand for. */
	private final Map<String, String> bytes = new HashMap<>();

	QuantisedLayers(GraphEdit graph, Map<String, Scale> scales) {
		this.graph = graph;
		this.scales = scales;
	}

	void replace(List<WideLayer> layers) {
		layers.forEach(this::replace);
		this.graph.removeUnread();
	}

	private void replace(WideLayer layer) {
		Fragment fragment = new Fragment(this.graph);
		String x = this.bytes.computeIfAbsent(layer.source(), (source) -> quantised(fragment, source));
		// Clamping at 0 is what a Relu does.
		Scale target = scale(layer.target());
		boolean leaky = layer.activation().is("LeakyRelu");
		Scale sum = leaky ? scale(layer.sum()) : target;
		List<String> phases = layer.phases()
			.stream()
			.map((phase) -> convolution(fragment, x, layer, phase, sum))
			.toList();
		String y = (phases.size() == 1) ? phases.getFirst() : Phase.interleaved(fragment,
				fragment.node("Concat", phases, Attribute.integer("axis", 3)), layer.input(), layer.channels());
		if (leaky) {
			y = leakyRelu(fragment, y, layer, sum, target);
		}
		this.bytes.put(layer.target(), y);
		fragment.runtimeNode("DequantizeLinear",
				List.of(fragment.transpose(y, 0, 3, 1, 2), target.stepIn(fragment), target.zeroIn(fragment)));
		this.graph.replace(layer.nodes(), fragment);
	}

	private Scale scale(String value) {
		return Objects.requireNonNull(this.scales.get(value));
	}

	private String quantised(Fragment fragment, String value) {
		Scale scale = scale(value);
		String integers = fragment.runtimeNode("QuantizeLinear",
				List.of(value, scale.stepIn(fragment), scale.zeroIn(fragment)));
		return fragment.transpose(integers, 0, 2, 3, 1);
	}

	private String convolution(Fragment fragment, String x, WideLayer layer, Phase phase, Scale to) {
		Scale from = scale(layer.source());
		FloatTensor kernels = phase.kernels();
		int size = kernels.values().length / layer.channels();
		byte[] weights = new byte[kernels.values().length]; // (to, from, kh, kw)
		float[] steps = new float[layer.channels()];
		int[] bias = new int[layer.channels()];
		for (int c = 0; c < layer.channels(); c++) {
			float largest = Float.MIN_NORMAL;
			for (int i = c * size; i < (c + 1) * size; i++) {
				largest = Math.max(largest, Math.abs(kernels.values()[i]));
			}
			steps[c] = largest / Byte.MAX_VALUE;
			for (int i = c * size; i < (c + 1) * size; i++) {
				weights[i] = (byte) Math.rint(kernels.values()[i] / steps[c]);
			}
			bias[c] = (int) Math.rint(layer.convolution().bias()[c] / ((double) from.step() * steps[c]));
		}
		return fragment.runtimeNode("QLinearConv",
				List.of(x, from.stepIn(fragment), from.zeroIn(fragment), signed(fragment, weights, kernels.shape()),
						fragment.constant(steps, steps.length),
						signed(fragment, new byte[steps.length], List.of((long) steps.length)), to.stepIn(fragment),
						to.zeroIn(fragment), integers(fragment, bias)),
				Attribute.integers("pads", phase.pads()), CHANNELS_LAST);
	}

	private static String leakyRelu(Fragment fragment, String x, WideLayer layer, Scale from, Scale to) {
		float alpha = layer.activation()
			.node()
			.flatMap((node) -> new Attributes(node).find("alpha"))
			.map(AttributeProto::getF)
			.orElse(0.01f);
		return fragment.runtimeNode("QLinearLeakyRelu",
				List.of(x, from.stepIn(fragment), from.zeroIn(fragment), to.stepIn(fragment), to.zeroIn(fragment)),
				Attribute.real("alpha", alpha));
	}

	private static String signed(Fragment fragment, byte[] values, List<Long> shape) {
		return fragment.constant(TensorProto.newBuilder()
			.setDataType(DataType.INT8_VALUE)
			.addAllDims(shape)
			.setRawData(ByteString.copyFrom(values))
			.build());
	}

	private static String integers(Fragment fragment, int[] values) {
		TensorProto.Builder tensor = TensorProto.newBuilder().setDataType(DataType.INT32_VALUE).addDims(values.length);
		for (int value : values) {
			tensor.addInt32Data(value);
		}
		return fragment.constant(tensor.build());
	}

}
