package io.eidolon.graph.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ai.onnx.proto.OnnxMl.NodeProto;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.shape.Shapes;

/**
 * Computes a transposed convolution that doubles the size as a convolution for each
 * {@linkplain Phase phase} of its output. Both take as many products, but a transposed
 * convolution scatters them through a buffer that holds all of them.
 */
final class PhaseConvolution implements Rewrite {

	/**
	 * Below, too few pixels share a weight, and reading the weights is all that counts.
	 */
	private static final int MINIMUM_PIXELS = 64;

	@Override
	public String name() {
		return "phase-convolution";
	}

	@Override
	public boolean apply(GraphEdit graph) {
		Shapes shapes = graph.shapes();
		boolean applied = false;
		for (NodeProto node : graph.nodes("ConvTranspose")) {
			Optional<ConvolutionLayer> convolution = Phase.doubling(graph, node);
			Optional<FeatureMap> map = FeatureMap.of(shapes, node.getInput(0))
				.filter((input) -> input.pixels() >= MINIMUM_PIXELS);
			if (convolution.isPresent() && map.isPresent()) {
				apply(graph, convolution.get(), map.get());
				applied = true;
			}
		}
		return applied;
	}

	private static void apply(GraphEdit graph, ConvolutionLayer layer, FeatureMap map) {
		long to = layer.weights().axis(1);
		Activation activation = Activation.after(graph, layer.node());
		Fragment fragment = new Fragment(graph);
		String bias = fragment.constant(layer.bias(), to);
		List<String> phases = new ArrayList<>();
		for (Phase phase : Phase.of(layer)) {
			String y = fragment.node("Conv", List.of(layer.input(), fragment.constant(phase.kernels()), bias),
					Attribute.integers("pads", phase.pads()));
			phases.add(activation.apply(fragment, y));
		}
		String y = fragment.node("Concat", phases, Attribute.integer("axis", 1)); // (N, a
																					// b
																					// C,
																					// H,
																					// W)
		y = Phase.interleaved(fragment, fragment.transpose(y, 0, 2, 3, 1), map, to);
		fragment.transpose(y, 0, 3, 1, 2);
		graph.replace(activation.with(layer.node()), fragment);
	}

}
