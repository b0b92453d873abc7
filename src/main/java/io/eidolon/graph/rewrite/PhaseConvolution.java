package io.eidolon.graph.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Constant;
import io.eidolon.graph.ir.Value;
import io.eidolon.graph.shape.Shapes;

/**
 * Computes a transposed convolution that doubles the size as a convolution for each
 * {@linkplain Phase phase} of its output. Both take as many products, but a transposed
 * convolution scatters them through a buffer that holds all of them.
 */
final class PhaseConvolution implements Rewrite<PhaseConvolution.Doubling> {

	/**
	 * Below, too few pixels share a weight, and reading the weights is all that counts.
	 */
	private static final int MINIMUM_PIXELS = 64;

	@Override
	public String name() {
		return "phase-convolution";
	}

	@Override
	public String[] operators() {
		return new String[] { "ConvTranspose" };
	}

	@Override
	public Match<Doubling> match(Node node, Supplier<Shapes> shapes) {
		return Phase.doubling(node)
			.then((layer) -> Match.of(FeatureMap.of(shapes.get(), layer.input()), "the size of its input is not known")
				.check((map) -> map.pixels() >= MINIMUM_PIXELS,
						(map) -> "%s pixels, %s are the least".formatted(map.pixels(), MINIMUM_PIXELS))
				.then((map) -> Match.found(new Doubling(layer, Activation.after(node), map))));
	}

	@Override
	public Value replacement(Doubling match, NodeWriter writer) {
		ConvolutionLayer layer = match.layer();
		long to = layer.to();
		Value bias = writer.constant(Constant.floats(layer.bias(), to));
		List<Value> phases = new ArrayList<>();
		for (Phase phase : Phase.of(layer)) {
			Value y = writer.node("Conv", List.of(layer.input(), writer.constant(phase.kernels().tensor()), bias),
					Attribute.integers("pads", phase.pads()));
			phases.add(match.activation().apply(writer, y));
		}
		// (N, a b C, H, W) to (N, H, W, a b C)
		Value y = writer.node("Concat", phases, Attribute.integer("axis", 1));
		y = Phase.interleaved(writer, writer.transpose(y, 0, 2, 3, 1), match.input(), to);
		return writer.transpose(y, 0, 3, 1, 2);
	}

	/**
	 * A layer that doubles the size.
	 *
	 * @param layer the transposed convolution
	 * @param activation what stands behind it
	 * @param input the map that it reads
	 */
	record Doubling(ConvolutionLayer layer, Activation activation, FeatureMap input) implements Rewrite.Matched {

		@Override
		public List<Node> nodes() {
			return this.activation.with(this.layer.node());
		}

	}

}
