package io.eidolon.graph.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import org.jspecify.annotations.Nullable;

/** Matrix products, and windows that move over the spatial axes of (N, C, ...). */
final class ConvolutionRules {

	private ConvolutionRules() {
	}

	static void addTo(Map<String, ShapeRule> rules) {
		rules.put("Conv", (node) -> convolution(node, 1, node.input(0).type()));
		rules.put("ConvTranspose", ConvolutionRules::transposed);
		rules.put("MaxPool", ConvolutionRules::pool);
		rules.put("AveragePool", ConvolutionRules::pool);
		rules.put("LpPool", ConvolutionRules::pool);
		rules.put("GlobalAveragePool", ConvolutionRules::globalPool);
		rules.put("GlobalMaxPool", ConvolutionRules::globalPool);
		rules.put("MatMul", (node) -> List.of(InferredTensor.of(node.input(0).type(), product(node, 1))));
		rules.put("Gemm", ConvolutionRules::gemm);
	}

	/**
	 * What a convolution makes.
	 * @param weights which of its inputs its weights are
	 * @param type of what it makes
	 */
	static List<InferredTensor> convolution(ShapedNode node, int weights, DataType type) {
		List<Long> x = node.shape(0);
		List<Long> w = node.shape(weights);
		if (x == null || w == null) {
			return List.of(InferredTensor.of(type, null));
		}
		int axes = axes(node, x, w);
		long group = group(node);
		if (x.get(1) != w.get(1) * group || w.get(0) % group != 0) {
			throw node.wrong("has weights of %s in %s groups for %s".formatted(w, group, x));
		}
		if (weights == 1 && type == node.input(0).type()) {
			checkBias(node, w.get(0));
		}
		return List.of(InferredTensor.of(type, windows(node, x, w.get(0), kernel(node, w), axes)));
	}

	private static List<InferredTensor> pool(ShapedNode node) {
		List<Long> x = node.shape(0);
		if (x == null) {
			return List.of(InferredTensor.of(node.input(0).type(), null));
		}
		int axes = x.size() - 2;
		if (axes < 1 || x.contains(0L)) {
			throw node.wrong("reads %s; axes beside (N, C) are needed".formatted(x));
		}
		List<Long> shape = windows(node, x, x.get(1), node.steps("kernel_shape", axes), axes);
		return List.of(InferredTensor.of(node.input(0).type(), shape), InferredTensor.of(DataType.INT64, shape));
	}

	private static List<InferredTensor> globalPool(ShapedNode node) {
		List<Long> x = node.shape(0);
		if (x == null || x.size() < 3) {
			return List.of();
		}
		List<Long> shape = new ArrayList<>(x.subList(0, 2));
		x.stream().skip(2).forEach((axis) -> shape.add(1L));
		return List.of(InferredTensor.of(node.input(0).type(), shape));
	}

	// o = floor or ceil of ((i + pads - dilation (k - 1) - 1) / stride) + 1
	private static List<Long> windows(ShapedNode node, List<Long> x, long channels, long[] kernel, int axes) {
		long[] strides = node.steps("strides", axes);
		long[] dilations = node.steps("dilations", axes);
		long[] pads = node.sizes("pads", 2 * axes);
		boolean ceil = node.integer("ceil_mode", 0) != 0;
		String padding = node.text("auto_pad", "NOTSET");
		List<Long> shape = new ArrayList<>(List.of(x.get(0), channels));
		for (int i = 0; i < axes; i++) {
			long in = x.get(i + 2);
			long span = dilations[i] * (kernel[i] - 1) + 1;
			long free = in - span + ((padding.equals("NOTSET")) ? pads[i] + pads[i + axes] : 0);
			long out = padding.startsWith("SAME") ? Math.ceilDiv(in, strides[i])
					: (ceil ? Math.ceilDiv(free, strides[i]) : Math.floorDiv(free, strides[i])) + 1;
			if (out < 1) {
				throw node.wrong("has a window of %s over %s".formatted(span, in));
			}
			shape.add(out);
		}
		return shape;
	}

	// o = stride (i - 1) + output_padding + dilation (k - 1) + 1 - pads
	private static List<InferredTensor> transposed(ShapedNode node) {
		List<Long> x = node.shape(0);
		List<Long> w = node.shape(1);
		if (x == null || w == null) {
			return List.of(InferredTensor.of(node.input(0).type(), null));
		}
		int axes = axes(node, x, w);
		long group = group(node);
		if (!x.get(1).equals(w.get(0)) || w.get(0) % group != 0) {
			throw node.wrong("has weights of %s in %s groups for %s".formatted(w, group, x));
		}
		checkBias(node, w.get(1) * group);
		long[] kernel = kernel(node, w);
		long[] strides = node.steps("strides", axes);
		long[] dilations = node.steps("dilations", axes);
		long[] pads = node.sizes("pads", 2 * axes);
		long[] extra = node.sizes("output_padding", axes);
		String padding = node.text("auto_pad", "NOTSET");
		long[] given = node.integers("output_shape");
		if (given.length > 0 && given.length != axes) {
			throw node.wrong("has an output_shape of %s axes; %s are needed".formatted(given.length, axes));
		}
		List<Long> shape = new ArrayList<>(List.of(x.get(0), w.get(1) * group));
		for (int i = 0; i < axes; i++) {
			long span = strides[i] * (x.get(i + 2) - 1) + dilations[i] * (kernel[i] - 1) + 1 + extra[i];
			long out = padding.startsWith("SAME") ? x.get(i + 2) * strides[i]
					: span - (padding.equals("NOTSET") ? pads[i] + pads[i + axes] : 0);
			out = (given.length > 0) ? given[i] : out;
			if (out < 1 || out > span || extra[i] >= Math.max(strides[i], dilations[i])) {
				throw node.wrong("makes %s of %s with a window of %s".formatted(out, x.get(i + 2), span));
			}
			shape.add(out);
		}
		return List.of(InferredTensor.of(node.input(0).type(), shape));
	}

	private static int axes(ShapedNode node, List<Long> x, List<Long> w) {
		if (x.size() < 3 || x.size() != w.size() || x.contains(0L) || w.contains(0L)) {
			throw node.wrong("has weights of %s for %s".formatted(w, x));
		}
		return x.size() - 2;
	}

	private static long group(ShapedNode node) {
		long group = node.integer("group", 1);
		if (group < 1) {
			throw node.wrong("has %s groups".formatted(group));
		}
		return group;
	}

	private static long[] kernel(ShapedNode node, List<Long> w) {
		long[] kernel = w.stream().skip(2).mapToLong(Long::longValue).toArray();
		long[] said = node.integers("kernel_shape", kernel);
		if (!Arrays.equals(kernel, said)) {
			throw node.wrong("has a kernel of %s, but weights of %s".formatted(LayoutRules.shown(said), w));
		}
		return kernel;
	}

	private static void checkBias(ShapedNode node, long channels) {
		List<Long> bias = node.shape(2);
		if (node.has(2) && bias != null && !bias.equals(List.of(channels))) {
			throw node.wrong("has biases of %s for %s channels".formatted(bias, channels));
		}
	}

	private static List<InferredTensor> gemm(ShapedNode node) {
		List<Long> a = node.shape(0);
		List<Long> b = node.shape(1);
		if (a == null || b == null) {
			return List.of(InferredTensor.of(node.input(0).type(), null));
		}
		if (a.size() != 2 || b.size() != 2) {
			throw node.wrong("multiplies %s and %s; two axes are needed".formatted(a, b));
		}
		List<Long> left = (node.integer("transA", 0) != 0) ? a.reversed() : a;
		List<Long> right = (node.integer("transB", 0) != 0) ? b.reversed() : b;
		checkInner(node, left.get(1), right.get(0));
		return List.of(InferredTensor.of(node.input(0).type(), List.of(left.get(0), right.get(1))));
	}

	/** The shape of a matrix product, null when it is not known. */
	static @Nullable List<Long> product(ShapedNode node, int right) {
		List<Long> a = node.shape(0);
		List<Long> b = node.shape(right);
		if (a == null || b == null) {
			return null;
		}
		if (a.isEmpty() || b.isEmpty()) {
			throw node.wrong("multiplies %s and %s".formatted(a, b));
		}
		int m = a.size();
		int n = b.size();
		checkInner(node, a.getLast(), (n == 1) ? b.getFirst() : b.get(n - 2));
		List<Long> shape = new ArrayList<>();
		List<Long> batch = BroadcastRules.stretched(node, a.subList(0, Math.max(0, m - 2)),
				b.subList(0, Math.max(0, n - 2)));
		if (batch != null) {
			shape.addAll(batch);
		}
		if (m > 1) {
			shape.add(a.get(m - 2));
		}
		if (n > 1) {
			shape.add(b.getLast());
		}
		return shape;
	}

	private static void checkInner(ShapedNode node, long left, long right) {
		if (left != right) {
			throw node.wrong("multiplies rows of %s with columns of %s".formatted(left, right));
		}
	}

}
