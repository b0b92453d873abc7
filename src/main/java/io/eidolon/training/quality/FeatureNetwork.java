package io.eidolon.training.quality;

import java.util.List;
import java.util.stream.Stream;

import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import io.eidolon.graph.ir.HalfPrecisionWeights;
import io.eidolon.training.network.NormalisedConvolution;
import io.eidolon.training.network.Weights;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * A small classifier of {@value #SIZE}x{@value #SIZE} colour pictures. The means of its
 * last feature maps are a feature space: pictures that it takes for alike lie near each
 * other.
 */
final class FeatureNetwork {

	/** The side of the pictures in pixels. */
	static final int SIZE = 32;

	static final int CHANNELS = 3;

	/** The number of convolutions. */
	static final int DEPTH = 5;

	/** The length of a feature vector. */
	static final int FEATURES = 192;

	/** The graph's input: float (N, CHANNELS, SIZE, SIZE) in [-1, 1]. */
	static final String INPUT = "image";

	/** The graph's first output: float (N, FEATURES). */
	static final String FEATURES_OUTPUT = "features";

	/** The graph's second output: float (N, classes). */
	static final String LOGITS_OUTPUT = "logits";

	private static final int OPSET = 17;

	private final int classes;

	private final List<NormalisedConvolution> layers;

	private final Tensor weight; // (classes, FEATURES)

	private final Tensor bias; // (classes)

	/** Creates a network, its initial weights taken from libtorch's seed. */
	FeatureNetwork(int classes) {
		this.classes = classes;
		this.layers = List.of(new NormalisedConvolution("layer1", CHANNELS, 32, 1),
				new NormalisedConvolution("layer2", 32, 48, 2), new NormalisedConvolution("layer3", 48, 96, 2),
				new NormalisedConvolution("layer4", 96, 192, 2), new NormalisedConvolution("layer5", 192, FEATURES, 1));
		this.weight = torch.normal(0, Math.sqrt(1.0 / FEATURES), classes, FEATURES).requires_grad_(true);
		this.bias = torch.zeros(classes).requires_grad_(true);
	}

	TensorVector parameters() {
		return new TensorVector(Stream
			.concat(this.layers.stream().flatMap((layer) -> layer.parameters().stream()),
					Stream.of(this.weight, this.bias))
			.toArray(Tensor[]::new));
	}

	/**
	 * Classifies pictures.
	 * @param x (N, CHANNELS, SIZE, SIZE) in [-1, 1]
	 * @return (N, classes) logits
	 */
	Tensor forward(Tensor x, boolean training) {
		Tensor maps = x;
		for (NormalisedConvolution layer : this.layers) {
			maps = layer.forward(maps, training);
		}
		return torch.linear(maps.mean(2, 3), this.weight, new TensorOptional(this.bias));
	}

	/** The network in evaluation mode as an ONNX file, its weights in half precision. */
	byte[] toOnnx() {
		GraphBuilder graph = new GraphBuilder("features", OPSET);
		Value maps = graph.input(INPUT, ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(CHANNELS),
				Dimension.fixed(SIZE), Dimension.fixed(SIZE));
		for (NormalisedConvolution layer : this.layers) {
			maps = layer.emit(graph, maps);
		}
		Value features = graph.node("Flatten", List.of(graph.node("GlobalAveragePool", List.of(maps))));
		Value logits = graph.node("Gemm",
				List.of(features,
						graph.constant("classes.weight", Weights.values(this.weight.t()), FEATURES, this.classes),
						graph.constant("classes.bias", Weights.values(this.bias), this.classes)));
		graph.output(features, FEATURES_OUTPUT, ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(FEATURES));
		graph.output(logits, LOGITS_OUTPUT, ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(this.classes));
		return HalfPrecisionWeights.store(graph.build());
	}

}
