package io.eidolon.graph.rewrite;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Attributes;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Constant;
import io.eidolon.graph.ir.Value;
import io.eidolon.graph.shape.Shapes;

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
final class UpsampleFolding implements Rewrite<UpsampleFolding.Upsampled> {

	@Override
	public String name() {
		return "upsample-folding";
	}

	@Override
	public String[] operators() {
		return new String[] { "Conv" };
	}

	@Override
	public Match<Upsampled> match(Node node, Supplier<Shapes> shapes) {
		return upsampling(node.input(0)).then((upsample) -> ConvolutionLayer.unstrided(node)
			.check((layer) -> keepsSize(layer.rows()) && keepsSize(layer.columns()),
					(layer) -> "it does not keep the size")
			.then((layer) -> Match.found(new Upsampled(upsample, layer))));
	}

	private static Match<Node> upsampling(Value value) {
		return Match.of(value.producer("Resize", "Upsample"), "no upsampling before it")
			.check((upsample) -> upsample.onlyReader().isPresent(), (upsample) -> "others read the upsampled map")
			.check(UpsampleFolding::repeats, (upsample) -> "the upsampling does not repeat each pixel")
			.check(UpsampleFolding::doubles, (upsample) -> "the upsampling is not by 2");
	}

	private static boolean keepsSize(ConvolutionLayer.Axis axis) {
		return axis.stride() == 1 && axis.before() + axis.after() == axis.kernel() - 1;
	}

	// Upsample and the first Resize: X, scales; later Resize: X, roi, scales.
	private static boolean doubles(Node upsample) {
		return upsample.input(Math.min(upsample.inputs().size() - 1, 2))
			.constant()
			.filter(Constant::isFloats)
			.filter((scales) -> List.of(1f, 1f, 2f, 2f).equals(boxed(scales.floats())))
			.isPresent();
	}

	// The pairs of settings under which each pixel is read twice in a row.
	private static boolean repeats(Node upsample) {
		Attributes attributes = upsample.attributes();
		if (!attributes.text("mode", "nearest").equals("nearest")) {
			return false;
		}
		if (upsample.is("Upsample") || upsample.inputs().size() == 2) {
			return true;
		}
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

	@Override
	public Value replacement(Upsampled match, NodeWriter writer) {
		ConvolutionLayer layer = match.layer();
		int to = layer.to();
		int from = layer.from();
		int height = layer.rows().kernel() + 1;
		int width = layer.columns().kernel() + 1;
		float[] weights = layer.weights();
		float[] kernels = new float[from * to * height * width]; // (from, to, kh, kw)
		for (int i = 0; i < from; i++) {
			for (int o = 0; o < to; o++) {
				for (int k = 0; k < height * width; k++) {
					kernels[(i * to + o) * height * width + k] = sum(layer, weights, o * from + i, k / width,
							k % width);
				}
			}
		}
		ConvolutionLayer.Axis rows = layer.rows();
		ConvolutionLayer.Axis columns = layer.columns();
		return writer.node("ConvTranspose",
				List.of(match.upsample().input(0), writer.constant(Constant.floats(kernels, from, to, height, width)),
						writer.constant(Constant.floats(layer.bias(), to))),
				Attribute.integers("kernel_shape", height, width), Attribute.integers("strides", 2, 2),
				Attribute.integers("pads", rows.after(), columns.after(), rows.before(), columns.before()));
	}

	// v[k, l] of a kernel: the weights that reach one output from the same input.
	private static float sum(ConvolutionLayer layer, float[] weights, int kernel, int k, int l) {
		int height = layer.rows().kernel();
		int width = layer.columns().kernel();
		double sum = 0;
		for (int y = Math.max(height - 1 - k, 0); y <= Math.min(height - k, height - 1); y++) {
			for (int x = Math.max(width - 1 - l, 0); x <= Math.min(width - l, width - 1); x++) {
				sum += weights[(kernel * height + y) * width + x];
			}
		}
		return (float) sum;
	}

	/**
	 * A convolution behind an upsampling.
	 *
	 * @param upsample the upsampling by 2
	 * @param layer the convolution
	 */
	record Upsampled(Node upsample, ConvolutionLayer layer) implements Rewrite.Matched {

		@Override
		public List<Node> nodes() {
			return List.of(this.upsample, this.layer.node());
		}

	}

}
