package io.eidolon.graph.rewrite;

import java.util.List;
import java.util.function.Supplier;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Constant;
import io.eidolon.graph.ir.Value;
import io.eidolon.graph.shape.Shapes;

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
final class NarrowConvolution implements Rewrite<NarrowConvolution.Narrow> {

	private static final int BLOCK = 16;

	@Override
	public String name() {
		return "narrow-convolution";
	}

	@Override
	public String[] operators() {
		return new String[] { "Conv" };
	}

	@Override
	public Match<Narrow> match(Node node, Supplier<Shapes> shapes) {
		return ConvolutionLayer.unstrided(node)
			.check((layer) -> layer.to() < BLOCK / 2,
					(layer) -> "%s outputs, %s are the most".formatted(layer.to(), BLOCK / 2 - 1))
			.check((layer) -> layer.from() >= BLOCK,
					(layer) -> "%s inputs, %s are the least".formatted(layer.from(), BLOCK))
			.check((layer) -> layer.rows().kernel() > 1 && layer.columns().kernel() > 1,
					(layer) -> "a kernel of one pixel")
			.check((layer) -> fits(layer.rows()) && fits(layer.columns()), (layer) -> "as much padding as kernel")
			.then((layer) -> Match.found(new Narrow(layer)));
	}

	private static boolean fits(ConvolutionLayer.Axis axis) {
		return Math.max(axis.before(), axis.after()) < axis.kernel();
	}

	@Override
	public Value replacement(Narrow match, NodeWriter writer) {
		ConvolutionLayer layer = match.layer();
		int to = layer.to();
		int from = layer.from();
		ConvolutionLayer.Axis rows = layer.rows();
		ConvolutionLayer.Axis columns = layer.columns();
		int size = rows.kernel() * columns.kernel();
		float[] weights = layer.weights();
		float[] kernels = new float[from * to * size]; // (from, to, kh, kw)
		for (int i = 0; i < kernels.length; i++) {
			int kernel = i / size % to * from + i / size / to;
			// Reversing rows and columns reverses the kernel as a whole.
			kernels[i] = weights[kernel * size + size - 1 - i % size];
		}
		return writer.node("ConvTranspose",
				List.of(layer.input(),
						writer.constant(Constant.floats(kernels, from, to, rows.kernel(), columns.kernel())),
						writer.constant(Constant.floats(layer.bias(), to))),
				Attribute.integers("kernel_shape", rows.kernel(), columns.kernel()),
				Attribute.integers("pads", rows.kernel() - 1 - rows.before(), columns.kernel() - 1 - columns.before(),
						rows.kernel() - 1 - rows.after(), columns.kernel() - 1 - columns.after()));
	}

	/**
	 * A convolution with few outputs.
	 *
	 * @param layer the convolution
	 */
	record Narrow(ConvolutionLayer layer) implements Rewrite.Matched {

		@Override
		public List<Node> nodes() {
			return List.of(this.layer.node());
		}

	}

}
