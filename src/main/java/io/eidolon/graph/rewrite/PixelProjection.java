package io.eidolon.graph.rewrite;

import java.util.List;
import java.util.Optional;

import ai.onnx.proto.OnnxMl.NodeProto;
import io.eidolon.graph.shape.Shapes;

/**
 * Computes a transposed convolution of a single pixel as one matrix product. With a 1x1
 * input each output pixel is reached by one weight,
 *
 * <pre>{@code
 * y[n, c, i, j] = b[c] + sum over k of x[n, k] W[k, c, i + p, j + q]
 * }</pre>
 *
 * for the padding p, q at the top and left: the product of x, of shape (N, K), with W cut
 * to the output's size and seen as (K, C H W).
 */
final class PixelProjection implements Rewrite {

	@Override
	public String name() {
		return "pixel-projection";
	}

	@Override
	public boolean apply(GraphEdit graph) {
		Shapes shapes = graph.shapes();
		boolean applied = false;
		for (NodeProto node : graph.nodes("ConvTranspose")) {
			Optional<ConvolutionLayer> convolution = ConvolutionLayer.of(graph, node)
				.filter((layer) -> isPixel(shapes, layer) && cuts(layer.rows()) && cuts(layer.columns()));
			convolution.ifPresent((layer) -> apply(graph, layer));
			applied |= convolution.isPresent();
		}
		return applied;
	}

	private static boolean isPixel(Shapes shapes, ConvolutionLayer layer) {
		return FeatureMap.of(shapes, layer.input()).filter((map) -> map.pixels() == 1).isPresent();
	}

	// Extra values beyond the kernel would have to be filled with the bias.
	private static boolean cuts(ConvolutionLayer.Axis axis) {
		return axis.extra() <= axis.after();
	}

	private static void apply(GraphEdit graph, ConvolutionLayer layer) {
		int from = layer.weights().axis(0);
		int to = layer.weights().axis(1);
		int height = layer.rows().transposed(1);
		int width = layer.columns().transposed(1);
		int plane = height * width;
		float[] matrix = new float[from * to * plane]; // (from, to height width)
		float[] bias = new float[to * plane];
		for (int row = 0; row < from * to * height; row++) {
			int source = (row / height) * layer.rows().kernel() + row % height + layer.rows().before();
			System.arraycopy(layer.weights().values(), source * layer.columns().kernel() + layer.columns().before(),
					matrix, row * width, width);
		}
		for (int i = 0; i < bias.length; i++) {
			bias[i] = layer.bias()[i / plane];
		}
		Activation activation = Activation.after(graph, layer.node());
		Fragment fragment = new Fragment(graph);
		String x = fragment.reshape(layer.input(), -1, from);
		String y = fragment.node("Gemm", List.of(x, fragment.constant(matrix, from, (long) to * plane),
				fragment.constant(bias, (long) to * plane)));
		fragment.reshape(activation.apply(fragment, y), -1, to, height, width);
		graph.replace(activation.with(layer.node()), fragment);
	}

}
