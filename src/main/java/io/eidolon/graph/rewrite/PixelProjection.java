package io.eidolon.graph.rewrite;

import java.util.List;
import java.util.function.Supplier;

import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Constant;
import io.eidolon.graph.ir.Value;
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
final class PixelProjection implements Rewrite<PixelProjection.Projection> {

	@Override
	public String name() {
		return "pixel-projection";
	}

	@Override
	public String[] operators() {
		return new String[] { "ConvTranspose" };
	}

	@Override
	public Match<Projection> match(Node node, Supplier<Shapes> shapes) {
		return ConvolutionLayer.of(node)
			.check((layer) -> FeatureMap.of(shapes.get(), layer.input()).filter((map) -> map.pixels() == 1).isPresent(),
					(layer) -> "its input is not a single pixel")
			.check((layer) -> cuts(layer.rows()) && cuts(layer.columns()), (layer) -> "output beyond its kernel")
			.then((layer) -> Match.found(new Projection(layer, Activation.after(node))));
	}

	// Extra values beyond the kernel would have to be filled with the bias.
	private static boolean cuts(ConvolutionLayer.Axis axis) {
		return axis.extra() <= axis.after();
	}

	@Override
	public Value replacement(Projection match, NodeWriter writer) {
		ConvolutionLayer layer = match.layer();
		int from = layer.from();
		int to = layer.to();
		int height = layer.rows().transposed(1);
		int width = layer.columns().transposed(1);
		int plane = height * width;
		float[] weights = layer.weights();
		float[] offsets = layer.bias();
		float[] matrix = new float[from * to * plane]; // (from, to height width)
		float[] bias = new float[to * plane];
		for (int row = 0; row < from * to * height; row++) {
			int source = (row / height) * layer.rows().kernel() + row % height + layer.rows().before();
			System.arraycopy(weights, source * layer.columns().kernel() + layer.columns().before(), matrix, row * width,
					width);
		}
		for (int i = 0; i < bias.length; i++) {
			bias[i] = offsets[i / plane];
		}
		Value x = writer.reshape(layer.input(), -1, from);
		Value y = writer.node("Gemm", x, writer.constant(Constant.floats(matrix, from, (long) to * plane)),
				writer.constant(Constant.floats(bias, (long) to * plane)));
		return writer.reshape(match.activation().apply(writer, y), -1, to, height, width);
	}

	/**
	 * A transposed convolution of a single pixel.
	 *
	 * @param layer the convolution
	 * @param activation what stands behind it
	 */
	record Projection(ConvolutionLayer layer, Activation activation) implements Rewrite.Matched {

		@Override
		public List<Node> nodes() {
			return this.activation.with(this.layer.node());
		}

	}

}
