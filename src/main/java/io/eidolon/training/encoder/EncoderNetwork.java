package io.eidolon.training.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.PortNames;
import io.eidolon.training.network.ComputeType;
import io.eidolon.training.network.NormalisedConvolution;
import io.eidolon.training.network.Weights;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * E: pictures to latents. Convolutions halve the picture until it is at most
 * {@value #LAST_SIDE} pixels wide and high, the last of them with {@value #LAST_WIDTH}
 * feature maps and each before it with half as many; a linear layer takes these to the
 * latent.
 */
final class EncoderNetwork {

	/** The graph's input: float (N, C, H, W) in the generator's range. */
	static final String INPUT = PortNames.IMAGE;

	/** The graph's output: float (N, D). */
	static final String OUTPUT = PortNames.LATENT;

	private static final int LAST_SIDE = 4;

	private static final int LAST_WIDTH = 256;

	private static final int LEAST_WIDTH = 16;

	private static final int OPSET = 17;

	private final ImageShape image;

	private final int dimension;

	private final List<NormalisedConvolution> layers = new ArrayList<>();

	private final int features;

	private final Tensor weight; // (dimension, features)

	private final Tensor bias; // (dimension)

	/** Creates a network, its initial weights following from libtorch's seed. */
	EncoderNetwork(ImageShape image, int dimension) {
		this.image = image;
		this.dimension = dimension;
		int depth = depth(Math.max(image.width(), image.height()));
		int height = image.height();
		int width = image.width();
		int maps = image.channels();
		for (int layer = 1; layer <= depth; layer++) {
			int next = Math.max(LEAST_WIDTH, LAST_WIDTH >> (depth - layer));
			this.layers.add(new NormalisedConvolution("layer" + layer, maps, next, 2));
			maps = next;
			height = Math.ceilDiv(height, 2);
			width = Math.ceilDiv(width, 2);
		}
		this.features = maps * height * width;
		this.weight = torch.normal(0, Math.sqrt(1.0 / this.features), dimension, this.features).requires_grad_(true);
		this.bias = torch.zeros(dimension).requires_grad_(true);
	}

	private static int depth(int side) {
		int depth = 0;
		for (int left = side; left > LAST_SIDE; left = Math.ceilDiv(left, 2)) {
			depth++;
		}
		return depth;
	}

	TensorVector parameters() {
		return new TensorVector(Stream
			.concat(this.layers.stream().flatMap((layer) -> layer.parameters().stream()),
					Stream.of(this.weight, this.bias))
			.toArray(Tensor[]::new));
	}

	/**
	 * Estimates latents.
	 * @param x (N, C, H, W) in the generator's range, in the type that the convolutions
	 * are to compute with
	 * @return (N, D) in single precision
	 */
	Tensor forward(Tensor x, boolean training) {
		Tensor maps = x;
		for (NormalisedConvolution layer : this.layers) {
			maps = layer.forward(maps, training);
		}
		return torch.linear(ComputeType.FLOAT32.enter(maps).flatten(1, -1), this.weight, new TensorOptional(this.bias));
	}

	/** The network in evaluation mode as an ONNX file. */
	byte[] toOnnx() {
		GraphBuilder graph = new GraphBuilder("encoder", OPSET);
		Value maps = graph.input(INPUT, ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(this.image.channels()),
				Dimension.fixed(this.image.height()), Dimension.fixed(this.image.width()));
		for (NormalisedConvolution layer : this.layers) {
			maps = layer.emit(graph, maps);
		}
		Value z = graph.node("Gemm",
				List.of(graph.node("Flatten", List.of(maps)),
						graph.constant("latent.weight", Weights.values(this.weight.t()), this.features, this.dimension),
						graph.constant("latent.bias", Weights.values(this.bias), this.dimension)));
		graph.output(z, OUTPUT, ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(this.dimension));
		return graph.build();
	}

	@Override
	public String toString() {
		return "%s convolutions, %s features, z %s".formatted(this.layers.size(), this.features, this.dimension);
	}

}
