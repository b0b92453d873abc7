package io.eidolon.graph.rewrite;

import io.eidolon.graph.Attributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import ai.onnx.proto.OnnxMl.NodeProto;
import io.eidolon.graph.Attribute;

/**
 * Folds a nearest-neighbour upsampling by 2 into the convolution behind it, which then is
 * a transposed convolution of stride 2. Along one axis, upsampling is u[t] = x[floor(t /
 * 2)], a transposed convolution of stride 2 with the kernel (1, 1), and a convolution
 * with w of K weights and padding p is a transposed one with w reversed and padding K - 1
 * - p. One after the other they are one with the kernel
 *
 * <pre>{@code
 * v[k] = w[K - 1 - k] + w[K - k],  k = 0 .. K,  where w is 0 outside of 0 .. K - 1
 * }</pre>
 *
 * of K + 1 weights and padding K - 1 - p; in two directions the same for rows and
 * columns. This is exact at the borders too, where both read zeros. Equal pixels are
 * multiplied once: for K = 3 an output takes 4 products for each channel instead of 9.
 */
final class UpsampleFolding implements Rewrite {

	@Override
	public String name() {
		return "upsample-folding";
	}

	@Override
	public boolean apply(GraphEdit graph) {
		boolean applied = false;
		for (NodeProto node : graph.nodes("Conv")) {
			Optional<NodeProto> upsample = graph.onlySource(node.getInput(0))
				.filter((before) -> doubles(graph, before));
			Optional<ConvolutionLayer> convolution = ConvolutionLayer.of(graph, node)
				.filter((layer) -> keepsSize(layer.rows()) && keepsSize(layer.columns()));
			if (upsample.isPresent() && convolution.isPresent()) {
				apply(graph, upsample.get(), convolution.get());
				applied = true;
			}
		}
		return applied;
	}

	private static boolean keepsSize(ConvolutionLayer.Axis axis) {
		return axis.stride() == 1 && axis.before() + axis.after() == axis.kernel() - 1;
	}

	private static boolean doubles(GraphEdit graph, NodeProto node) {
		Attributes attributes = new Attributes(node);
		boolean upsample = GraphEdit.is(node, "Upsample");
		if (!(upsample || GraphEdit.is(node, "Resize")) || !attributes.text("mode", "nearest").equals("nearest")
				|| !(upsample || node.getInputCount() == 2 || repeats(attributes))) {
			return false;
		}
		// Upsample and the first Resize: X, scales; later Resize: X, roi, scales.
		return graph.floats(node, Math.min(node.getInputCount() - 1, 2))
			.filter((scales) -> List.of(1f, 1f, 2f, 2f).equals(boxed(scales.values())))
			.isPresent();
	}

	// The pairs of settings under which each pixel is read twice in a row.
	private static boolean repeats(Attributes attributes) {
		String coordinates = attributes.text("coordinate_transformation_mode", "half_pixel");
		String rounding = attributes.text("nearest_mode", "round_prefer_floor");
		return (coordinates.equals("asymmetric")) ? rounding.equals("floor")
				: Set.of("half_pixel", "pytorch_half_pixel").contains(coordinates) && rounding.startsWith("round_");
	}

	private static List<Float> boxed(float[] values) {
		Float[] boxed = new Float[values.length];
		for (int i = 0; i < values.length; i++) {
			boxed[i] = values[i];
		}
		return List.of(boxed);
	}

	private static void apply(GraphEdit graph, NodeProto upsample, ConvolutionLayer layer) {
		int to = layer.weights().axis(0);
		int from = layer.weights().axis(1);
		int height = layer.rows().kernel() + 1;
		int width = layer.columns().kernel() + 1;
		float[] kernels = new float[from * to * height * width]; // (from, to, kh, kw)
		for (int i = 0; i < from; i++) {
			for (int o = 0; o < to; o++) {
				for (int k = 0; k < height * width; k++) {
					kernels[(i * to + o) * height * width + k] = sum(layer, o * from + i, k / width, k % width);
				}
			}
		}
		ConvolutionLayer.Axis rows = layer.rows();
		ConvolutionLayer.Axis columns = layer.columns();
		Fragment fragment = new Fragment(graph);
		fragment.node("ConvTranspose",
				List.of(upsample.getInput(0), fragment.constant(kernels, from, to, height, width),
						fragment.constant(layer.bias(), to)),
				Attribute.integers("kernel_shape", height, width), Attribute.integers("strides", 2, 2),
				Attribute.integers("pads", rows.after(), columns.after(), rows.before(), columns.before()));
		graph.replace(List.of(upsample, layer.node()), fragment);
	}

	// v[k, l] of a kernel: the weights that reach one output from the same input.
	private static float sum(ConvolutionLayer layer, int kernel, int k, int l) {
		int height = layer.rows().kernel();
		int width = layer.columns().kernel();
		double sum = 0;
		for (int y = Math.max(height - 1 - k, 0); y <= Math.min(height - k, height - 1); y++) {
			for (int x = Math.max(width - 1 - l, 0); x <= Math.min(width - l, width - 1); x++) {
				sum += layer.weights().values()[(kernel * height + y) * width + x];
			}
		}
		return (float) sum;
	}

}
