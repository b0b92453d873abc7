package io.eidolon.graph.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.eidolon.graph.ir.Attributes;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Constant;
import io.eidolon.graph.ir.Value;
import io.eidolon.graph.shape.Shapes;

/**
 * Folds a batch normalisation with fixed statistics into the layer before it. The
 * normalisation is affine per channel c,
 *
 * <pre>{@code
 * y_c = s_c x_c + t_c,  s_c = scale_c / sqrt(variance_c + epsilon),  t_c = shift_c - s_c mean_c
 * }</pre>
 *
 * so that for a layer x = W * h + b it is the layer y = (s W) * h + (s b + t) (Ioffe and
 * Szegedy 2015, section 3.1). One that stands behind an activation stays: it cannot go
 * back through it, and forward into a padded convolution its shift would also have to
 * reach the zeros of the border.
 */
final class BatchNormFolding implements Rewrite<BatchNormFolding.Normalised> {

	@Override
	public String name() {
		return "batch-norm-folding";
	}

	@Override
	public String[] operators() {
		return new String[] { "BatchNormalization" };
	}

	@Override
	public Match<Normalised> match(Node norm, Supplier<Shapes> shapes) {
		return Match.of(norm.input(0).producer("Conv", "ConvTranspose", "Gemm"), "no layer before it")
			.check((layer) -> layer.onlyReader().isPresent(), (layer) -> "others read the layer before it")
			.then((layer) -> Layer.of(layer)
				.then((weights) -> Affine.of(norm)
					.check((affine) -> affine.scale().length == weights.channels(),
							(affine) -> "it has other channels than the layer before it")
					.then((affine) -> Match.found(new Normalised(norm, weights, affine)))));
	}

	@Override
	public Value replacement(Normalised match, NodeWriter writer) {
		Layer layer = match.layer();
		return writer.like(layer.node(), layer.node().input(0), writer.constant(layer.scaled(match.affine()).tensor()),
				writer.constant(Constant.floats(layer.shifted(match.affine()), layer.channels())));
	}

	/**
	 * A layer with a normalisation behind it.
	 *
	 * @param norm the normalisation
	 * @param layer the layer before it
	 * @param affine what the normalisation does
	 */
	record Normalised(Node norm, Layer layer, Affine affine) implements Rewrite.Matched {

		@Override
		public List<Node> nodes() {
			return List.of(this.layer.node(), this.norm);
		}

	}

	/**
	 * What a normalisation does to each channel.
	 *
	 * @param scale s (channels)
	 * @param shift t (channels)
	 */
	record Affine(double[] scale, double[] shift) {

		static Match<Affine> of(Node norm) {
			if (norm.outputs().size() != 1 || norm.attributes().integer("training_mode", 0) != 0) {
				return Match.none("it takes the statistics of each batch");
			}
			List<float[]> vectors = new ArrayList<>();
			for (int input = 1; input <= 4; input++) {
				norm.input(input).constant().filter(Constant::isFloats).map(Constant::floats).ifPresent(vectors::add);
			}
			if (vectors.size() != 4 || vectors.stream().mapToInt((vector) -> vector.length).distinct().count() != 1) {
				return Match.none("its statistics are no constants");
			}
			double epsilon = norm.attributes().real("epsilon", 1e-5f);
			double[] scale = new double[vectors.getFirst().length];
			double[] shift = new double[scale.length];
			for (int c = 0; c < scale.length; c++) {
				scale[c] = vectors.get(0)[c] / Math.sqrt(vectors.get(3)[c] + epsilon);
				shift[c] = vectors.get(1)[c] - scale[c] * vectors.get(2)[c];
			}
			return Match.found(new Affine(scale, shift));
		}

	}

	/**
	 * A layer of weights.
	 *
	 * @param node its node
	 * @param weights its weights
	 * @param axis which axis of them is the output's channel
	 * @param bias its bias (channels), none when it has none
	 */
	record Layer(Node node, Constant weights, int axis, Optional<Constant> bias) {

		static Match<Layer> of(Node node) {
			Attributes attributes = node.attributes();
			Optional<Constant> weights = node.input(1).constant().filter(Constant::isFloats);
			Optional<Constant> bias = node.input(2).constant().filter(Constant::isFloats);
			if (weights.isEmpty() || node.has(2) && bias.isEmpty()) {
				return Match.none("the weights before it are no constant floats");
			}
			if (attributes.integer("group", 1) != 1 || attributes.real("alpha", 1) != 1
					|| attributes.real("beta", 1) != 1) {
				return Match.none("the layer before it has groups or factors");
			}
			int axis = switch (node.operator()) {
				case "Conv" -> 0;
				case "ConvTranspose" -> 1;
				default -> (attributes.integer("transB", 0) == 0) ? 1 : 0;
			};
			return Match.found(new Layer(node, weights.get(), axis, bias))
				.check((layer) -> bias.isEmpty() || bias.get().elements() == layer.channels(),
						(layer) -> "the layer before it has a bias of another shape");
		}

		int channels() {
			return this.weights.size(this.axis);
		}

		FloatTensor scaled(Affine affine) {
			int inner = 1;
			for (int i = this.axis + 1; i < this.weights.rank(); i++) {
				inner *= this.weights.size(i);
			}
			float[] values = this.weights.floats();
			for (int i = 0; i < values.length; i++) {
				values[i] *= (float) affine.scale()[i / inner % channels()];
			}
			return new FloatTensor(values, this.weights.shape());
		}

		float[] shifted(Affine affine) {
			float[] shifted = this.bias.map(Constant::floats).orElseGet(() -> new float[channels()]);
			for (int c = 0; c < shifted.length; c++) {
				shifted[c] = (float) (affine.scale()[c] * shifted[c] + affine.shift()[c]);
			}
			return shifted;
		}

	}

}
