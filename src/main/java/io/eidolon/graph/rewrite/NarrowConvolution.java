package io.eidolon.graph.rewrite;

import java.util.List;

import ai.onnx.proto.OnnxMl.NodeProto;
import io.eidolon.graph.Attribute;

/**
 * Computes a convolution with few outputs, such as the last layer of a generator, as a
 * transposed one: blocked kernels for convolutions fill a block of 16 channels whatever
 * is needed of it, where a transposed one is a matrix product that is as tall as outputs
 * times weights. With stride 1,
 *
 * <pre>{@code
 * y[t] = sum over k of w[k] x[t - p + k] = sum over k of v[k] x[t + (K - 1 - p) - k],  v[k] = w[K - 1 - k]
 * }</pre>
 *
 * which is the transposed convolution with w reversed and padding K - 1 - p.
 */
final class NarrowConvolution implements Rewrite {

	private static final int BLOCK = 16;

	@Override
	public String name() {
		return "narrow-convolution";
	}

	@Override
	public boolean apply(GraphEdit graph) {
		boolean applied = false;
		for (NodeProto node : graph.nodes("Conv")) {
			applied |= ConvolutionLayer.of(graph, node).filter(NarrowConvolution::applies).map((layer) -> {
				apply(graph, layer);
				return layer;
			}).isPresent();
		}
		return applied;
	}

	private static boolean applies(ConvolutionLayer layer) {
		return layer.weights().axis(0) < BLOCK / 2 && layer.weights().axis(1) >= BLOCK && applies(layer.rows())
				&& applies(layer.columns());
	}

	private static boolean applies(ConvolutionLayer.Axis axis) {
		return axis.stride() == 1 && axis.kernel() > 1 && Math.max(axis.before(), axis.after()) < axis.kernel();
	}

	private static void apply(GraphEdit graph, ConvolutionLayer layer) {
		int to = layer.weights().axis(0);
		int from = layer.weights().axis(1);
		ConvolutionLayer.Axis rows = layer.rows();
		ConvolutionLayer.Axis columns = layer.columns();
		int size = rows.kernel() * columns.kernel();
		float[] kernels = new float[from * to * size]; // (from, to, kh, kw)
		for (int i = 0; i < kernels.length; i++) {
			int kernel = i / size % to * from + i / size / to;
			// Reversing rows and columns reverses the kernel as a whole.
			kernels[i] = layer.weights().values()[kernel * size + size - 1 - i % size];
		}
		Fragment fragment = new Fragment(graph);
		fragment.node("ConvTranspose",
				List.of(layer.input(), fragment.constant(kernels, from, to, rows.kernel(), columns.kernel()),
						fragment.constant(layer.bias(), to)),
				Attribute.integers("kernel_shape", rows.kernel(), columns.kernel()),
				Attribute.integers("pads", rows.kernel() - 1 - rows.before(), columns.kernel() - 1 - columns.before(),
						rows.kernel() - 1 - rows.after(), columns.kernel() - 1 - columns.after()));
		graph.replace(List.of(layer.node()), fragment);
	}

}
