package io.eidolon.graph.rewrite;

import java.util.List;
import java.util.Optional;

import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.Value;
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
	static List<WideLayer> of(Graph graph) {
		Shapes shapes = Shapes.of(graph);
		return graph.nodes("Conv", "ConvTranspose")
			.stream()
			.map((node) -> of(shapes, node))
			.flatMap(Optional::stream)
			.toList();
	}

	private static Optional<WideLayer> of(Shapes shapes, Node node) {
		Match<ConvolutionLayer> convolution = node.is("Conv") ? plain(node) : Phase.doubling(node);
		return convolution.toOptional()
			.flatMap((layer) -> FeatureMap.of(shapes, layer.input())
				.map((input) -> new WideLayer(layer, node.is("Conv") ? List.of(whole(layer)) : Phase.of(layer), input,
						Activation.after(node).ifAnyOf("Relu", "LeakyRelu"))));
	}

	private static Match<ConvolutionLayer> plain(Node node) {
		return ConvolutionLayer.unstrided(node)
			.check((layer) -> layer.from() >= LEAST_CHANNELS && layer.to() >= LEAST_CHANNELS,
					(layer) -> "%s to %s channels, %s are the least".formatted(layer.from(), layer.to(),
							LEAST_CHANNELS));
	}

	private static Phase whole(ConvolutionLayer layer) {
		return new Phase(FloatTensor.of(layer.kernels()), new long[] { layer.rows().before(), layer.columns().before(),
				layer.rows().after(), layer.columns().after() });
	}

	/** The nodes that it stands for. */
	List<Node> nodes() {
		return this.activation.with(this.convolution.node());
	}

	/** What it reads. */
	Value source() {
		return this.convolution.input();
	}

	/** What the convolution makes, before the activation. */
	Value sum() {
		return this.convolution.node().output();
	}

	/** What it makes. */
	Value target() {
		return nodes().getLast().output();
	}

	/** The values whose scales it needs. A Relu is part of the convolution. */
	List<Value> values() {
		return this.activation.is("LeakyRelu") ? List.of(source(), sum(), target()) : List.of(source(), target());
	}

	int channels() {
		return this.convolution.to();
	}

}
