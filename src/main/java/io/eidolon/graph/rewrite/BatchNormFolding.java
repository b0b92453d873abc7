package io.eidolon.graph.rewrite;

import io.eidolon.graph.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ai.onnx.proto.OnnxMl.NodeProto;

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
final class BatchNormFolding implements Rewrite {

	@Override
	public String name() {
		return "batch-norm-folding";
	}

	@Override
	public boolean apply(GraphEdit graph) {
		boolean applied = false;
		for (NodeProto norm : graph.nodes("BatchNormalization")) {
			applied |= apply(graph, norm);
		}
		return applied;
	}

	private static boolean apply(GraphEdit graph, NodeProto norm) {
		Optional<NodeProto> layer = graph.onlySource(norm.getInput(0));
		Optional<Affine> affine = Affine.of(graph, norm);
		if (layer.isEmpty() || affine.isEmpty()) {
			return false;
		}
		Optional<Layer> weights = Layer.of(graph, layer.get());
		if (weights.isEmpty() || weights.get().channels() != affine.get().scale().length) {
			return false;
		}
		Fragment fragment = new Fragment(graph);
		weights.get().then(affine.get()).emit(fragment, layer.get());
		graph.replace(List.of(layer.get(), norm), fragment);
		return true;
	}

	/**
	 * What a normalisation does to each channel.
	 *
	 * @param scale s (channels)
	 * @param shift t (channels)
	 */
	private record Affine(double[] scale, double[] shift) {

		static Optional<Affine> of(GraphEdit graph, NodeProto norm) {
			if (norm.getOutputCount() != 1 || new Attributes(norm).integer("training_mode", 0) != 0) {
				return Optional.empty();
			}
			List<float[]> vectors = new ArrayList<>();
			for (int input = 1; input <= 4; input++) {
				graph.floats(norm, input).ifPresent((tensor) -> vectors.add(tensor.values()));
			}
			if (vectors.size() != 4 || vectors.stream().mapToInt((vector) -> vector.length).distinct().count() != 1) {
				return Optional.empty();
			}
			double epsilon = new Attributes(norm).real("epsilon", 1e-5f);
			double[] scale = new double[vectors.getFirst().length];
			double[] shift = new double[scale.length];
			for (int c = 0; c < scale.length; c++) {
				scale[c] = vectors.get(0)[c] / Math.sqrt(vectors.get(3)[c] + epsilon);
				shift[c] = vectors.get(1)[c] - scale[c] * vectors.get(2)[c];
			}
			return Optional.of(new Affine(scale, shift));
		}

	}

	/**
	 * A layer of weights.
	 *
	 * @param weights its weights
	 * @param axis which axis of them is the output's channel
	 * @param bias its bias (channels)
	 */
	private record Layer(FloatTensor weights, int axis, float[] bias) {

		static Optional<Layer> of(GraphEdit graph, NodeProto node) {
			Optional<FloatTensor> weights = graph.floats(node, 1);
			Attributes attributes = new Attributes(node);
			if (weights.isEmpty() || attributes.integer("group", 1) != 1) {
				return Optional.empty();
			}
			int axis = switch (node.getOpType()) {
				case "Conv" -> 0;
				case "ConvTranspose" -> 1;
				case "Gemm" -> (attributes.integer("transB", 0) == 0) ? 1 : 0;
				default -> -1;
			};
			boolean scaled = attributes.real("alpha", 1) != 1 || attributes.real("beta", 1) != 1;
			if (axis < 0 || scaled) {
				return Optional.empty();
			}
			int channels = weights.get().axis(axis);
			float[] none = new float[channels];
			boolean biased = node.getInputCount() > 2 && !node.getInput(2).isEmpty();
			return (biased ? graph.floats(node, 2).map(FloatTensor::values) : Optional.of(none))
				.filter((bias) -> bias.length == channels)
				.map((bias) -> new Layer(weights.get(), axis, bias));
		}

		int channels() {
			return this.bias.length;
		}

		Layer then(Affine affine) {
			int inner = 1;
			for (int i = this.axis + 1; i < this.weights.rank(); i++) {
				inner *= this.weights.axis(i);
			}
			float[] values = this.weights.values().clone();
			for (int i = 0; i < values.length; i++) {
				values[i] *= (float) affine.scale()[i / inner % channels()];
			}
			float[] shifted = this.bias.clone();
			for (int c = 0; c < shifted.length; c++) {
				shifted[c] = (float) (affine.scale()[c] * this.bias[c] + affine.shift()[c]);
			}
			return new Layer(new FloatTensor(values, this.weights.shape()), this.axis, shifted);
		}

		void emit(Fragment fragment, NodeProto node) {
			fragment.like(node, List.of(node.getInput(0), fragment.constant(this.weights),
					fragment.constant(this.bias, channels())));
		}

	}

}
