package io.eidolon.graph.rewrite;

import java.util.List;
import java.util.Optional;

import ai.onnx.proto.OnnxMl.NodeProto;
import io.eidolon.graph.shape.Shapes;

/**
 * A layer with enough channels for 8-bit products to pay: a convolution, or a transposed
 * one that doubles the size, with the activation behind it.
 *
 * @param convolution its weights
 * @param phases the convolutions that it comes apart into, itself alone or four
 * @param input the map that it reads
 * @param activation a Relu or LeakyRelu, or none
 */
record WideLayer(ConvolutionLayer convolution, List<Phase> phases, FeatureMap input, Activation activation) {

	private static final int LEAST_CHANNELS = 16;

	/** The wide layers of a graph, in the order in which they run. */
	static List<WideLayer> of(GraphEdit graph) {
		Shapes shapes = graph.shapes();
		return graph.nodes().stream().map((node) -> of(graph, shapes, node)).flatMap(Optional::stream).toList();
	}

	private static Optional<WideLayer> of(GraphEdit graph, Shapes shapes, NodeProto node) {
		Activation activation = Activation.after(graph, node).ifAnyOf("Relu", "LeakyRelu");
		Optional<WideLayer> doubling = Phase.doubling(graph, node)
			.flatMap((layer) -> FeatureMap.of(shapes, layer.input())
				.map((input) -> new WideLayer(layer, Phase.of(layer), input, activation)));
		return doubling.or(() -> plain(graph, node).flatMap((layer) -> FeatureMap.of(shapes, layer.input())
			.map((input) -> new WideLayer(layer, List.of(whole(layer)), input, activation))));
	}

	private static Optional<ConvolutionLayer> plain(GraphEdit graph, NodeProto node) {
		return Optional.of(node)
			.filter((layer) -> GraphEdit.is(layer, "Conv"))
			.flatMap((layer) -> ConvolutionLayer.of(graph, layer))
			.filter((layer) -> layer.weights().axis(0) >= LEAST_CHANNELS && layer.weights().axis(1) >= LEAST_CHANNELS)
			.filter((layer) -> layer.rows().stride() == 1 && layer.columns().stride() == 1);
	}

	private static Phase whole(ConvolutionLayer layer) {
		return new Phase(layer.weights(), new long[] { layer.rows().before(), layer.columns().before(),
				layer.rows().after(), layer.columns().after() });
	}

	/** The nodes that it stands for. */
	List<NodeProto> nodes() {
		return this.activation.with(this.convolution.node());
	}

	/** What it reads. */
	String source() {
		return this.convolution.input();
	}

	/** What the convolution makes, before the activation. */
	String sum() {
		return this.convolution.node().getOutput(0);
	}

	/** What it makes. */
	String target() {
		return nodes().getLast().getOutput(0);
	}

	/** The values whose scales it needs. A Relu is part of the convolution. */
	List<String> values() {
		return this.activation.is("LeakyRelu") ? List.of(source(), sum(), target()) : List.of(source(), target());
	}

	int channels() {
		return this.convolution.bias().length;
	}

}
