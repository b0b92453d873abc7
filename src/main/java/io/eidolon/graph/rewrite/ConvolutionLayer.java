package io.eidolon.graph.rewrite;

import io.eidolon.graph.Attributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import ai.onnx.proto.OnnxMl.NodeProto;

/**
 * A plane convolution or transposed convolution with explicit padding, without groups and
 * dilation.
 *
 * @param node its node
 * @param weights its kernels, of shape (to, from, kh, kw), and (from, to, kh, kw) for a
 * transposed one
 * @param bias its bias (to), zeros when it has none
 * @param rows how it steps down the height
 * @param columns how it steps along the width
 */
record ConvolutionLayer(NodeProto node, FloatTensor weights, float[] bias, Axis rows, Axis columns) {

	/** A convolution of one of these operators, {@code Conv} or {@code ConvTranspose}. */
	static Optional<ConvolutionLayer> of(GraphEdit graph, NodeProto node) {
		Attributes attributes = new Attributes(node);
		Optional<FloatTensor> weights = graph.floats(node, 1).filter((tensor) -> tensor.rank() == 4);
		if (weights.isEmpty() || attributes.integer("group", 1) != 1 || attributes.has("output_shape")
				|| !attributes.text("auto_pad", "NOTSET").equals("NOTSET")
				|| !attributes.integers("dilations", 1L, 1L).equals(List.of(1L, 1L)) || !isPlane(attributes)) {
			return Optional.empty();
		}
		int to = weights.get().axis(GraphEdit.is(node, "ConvTranspose") ? 1 : 0);
		boolean biased = node.getInputCount() > 2 && !node.getInput(2).isEmpty();
		Optional<float[]> bias = biased ? graph.floats(node, 2).map(FloatTensor::values) : Optional.of(new float[to]);
		List<Axis> axes = IntStream.range(0, 2).mapToObj((axis) -> Axis.of(attributes, weights.get(), axis)).toList();
		return bias.filter((values) -> values.length == to)
			.map((values) -> new ConvolutionLayer(node, weights.get(), values, axes.get(0), axes.get(1)));
	}

	private static boolean isPlane(Attributes attributes) {
		List<Long> pads = attributes.integers("pads", 0L, 0L, 0L, 0L);
		List<Long> strides = attributes.integers("strides", 1L, 1L);
		return pads.size() == 4 && strides.size() == 2 && attributes.integers("output_padding", 0L, 0L).size() == 2
				&& pads.stream().allMatch((pad) -> pad >= 0) && strides.stream().allMatch((stride) -> stride > 0);
	}

	String input() {
		return this.node.getInput(0);
	}

	/**
	 * One direction.
	 *
	 * @param kernel how many weights
	 * @param stride the step
	 * @param before padding before the first value
	 * @param after padding after the last value
	 * @param extra values added at the end of a transposed convolution's output
	 */
	record Axis(int kernel, int stride, int before, int after, int extra) {

		private static Axis of(Attributes attributes, FloatTensor weights, int axis) {
			List<Long> pads = attributes.integers("pads", 0L, 0L, 0L, 0L);
			return new Axis(weights.axis(2 + axis), attributes.integers("strides", 1L, 1L).get(axis).intValue(),
					pads.get(axis).intValue(), pads.get(axis + 2).intValue(),
					attributes.integers("output_padding", 0L, 0L).get(axis).intValue());
		}

		/** How many values a transposed convolution makes of this many. */
		int transposed(int size) {
			return (size - 1) * this.stride + this.kernel - this.before - this.after + this.extra;
		}

	}

}
