package io.eidolon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;

/**
 * Generators of 64x64 pictures with random weights, node for node as PyTorch exports
 * them. Each layer's statistics fit its weights, as after training, so that activations
 * are of ordinary size.
 */
final class BenchModels {

	/** The length of a latent. */
	static final int DIMENSION = 100;

	/** The seed of weights that stay as they are. */
	static final long SEED = 42;

	private static final int OPSET = 17;

	private static final double DEVIATION = 0.02;

	private final GraphBuilder graph;

	private final Random random;

	private int layers;

	private BenchModels(String name, long seed) {
		this.graph = new GraphBuilder(name, OPSET);
		this.random = new Random(seed);
	}

	/**
	 * The generator of the DCGAN paper (Radford et al., 2015) as PyTorch's example has
	 * it: five transposed convolutions, with batch normalisation and ReLU between them.
	 * @param features the feature maps beside the picture
	 * @param seed the seed of the weights
	 */
	static byte[] dcgan(int features, long seed) {
		BenchModels model = new BenchModels("dcgan", seed);
		Value x = model.latent(Dimension.fixed(DIMENSION), Dimension.fixed(1), Dimension.fixed(1));
		x = model.normalised(model.convTranspose(x, DIMENSION, 8 * features, 1, 0), 8 * features, DIMENSION);
		for (int width = 8 * features; width > features; width /= 2) {
			x = model.normalised(model.convTranspose(x, width, width / 2, 2, 1), width / 2, 4 * width / 2);
		}
		return model.picture(model.convTranspose(x, features, 3, 2, 1));
	}

	/**
	 * A generator that enlarges by repetition and convolves: a projection to 4x4, then
	 * four times nearest-neighbour upsampling with a 3x3 convolution.
	 * @param features the feature maps beside the picture
	 */
	static byte[] upsampling(int features) {
		BenchModels model = new BenchModels("upsampling", SEED);
		GraphBuilder graph = model.graph;
		int width = 8 * features;
		Value x = model.projected(width);
		Value region = graph.constant("roi", new float[0], 0);
		Value scales = graph.constant("scales", new float[] { 1, 1, 2, 2 }, 4);
		for (int to = width / 2; width > features; width /= 2, to /= 2) {
			x = upsampled(graph, x, region, scales);
			x = model.normalised(model.convolution(x, width, to), to, 9 * width / 2);
		}
		return model.picture(model.convolution(upsampled(graph, x, region, scales), width, 3));
	}

	/**
	 * A residual generator without normalisation, after R3GAN (Huang et al. 2024): a
	 * projection to 4x4, then at each resolution a block of a 1x1, a grouped 3x3 and a
	 * 1x1 convolution, with 1x1 convolutions and bilinear upsampling between them.
	 * @param features the feature maps beside the picture
	 */
	static byte[] residual(int features) {
		BenchModels model = new BenchModels("residual", SEED);
		GraphBuilder graph = model.graph;
		int width = 8 * features;
		Value x = model.block(model.projected(width), width);
		Value region = graph.constant("roi", new float[0], 0);
		Value scales = graph.constant("scales", new float[] { 1, 1, 2, 2 }, 4);
		for (int to : new int[] { width / 2, width / 4, width / 8, width / 8 }) {
			x = graph.node("Resize", List.of(model.convolution(x, width, to, 1, 1), region, scales),
					Attribute.text("mode", "linear"), Attribute.text("coordinate_transformation_mode", "half_pixel"));
			x = model.block(x, to);
			width = to;
		}
		return model.picture(model.convolution(x, features, 3, 1, 1));
	}

	private Value block(Value x, int width) {
		int inner = 2 * width;
		Attribute slope = Attribute.real("alpha", 0.2f);
		Value y = this.graph.node("LeakyRelu", List.of(convolution(x, width, inner, 1, 1)), slope);
		y = this.graph.node("LeakyRelu", List.of(convolution(y, inner, inner, 3, inner / 16)), slope);
		return this.graph.node("Add", List.of(x, convolution(y, inner, width, 1, 1)));
	}

	/**
	 * The upsampling one with convolutions of groups: 3x3 of one channel each, and 1x1 of four
	 * groups.
	 * @param features the feature maps beside the picture
	 */
	static byte[] grouped(int features) {
		BenchModels model = new BenchModels("grouped", SEED);
		GraphBuilder graph = model.graph;
		int width = 8 * features;
		Value x = model.projected(width);
		Value region = graph.constant("roi", new float[0], 0);
		Value scales = graph.constant("scales", new float[] { 1, 1, 2, 2 }, 4);
		for (int to = width / 2; width > features / 2; width /= 2, to /= 2) {
			x = upsampled(graph, x, region, scales);
			x = model.normalised(model.convolution(x, width, width, 3, width), width, 9);
			x = model.normalised(model.convolution(x, width, to, 1, 4), to, width / 4.0);
		}
		return model.picture(model.convolution(x, features / 2, 3, 3, 1));
	}

	/** A latent, projected to so many maps of 4x4. */
	private Value projected(int width) {
		Value x = this.graph.node("Gemm", List.of(latent(Dimension.fixed(DIMENSION)),
				weights(DIMENSION, 16L * width), zeros(16 * width)));
		return this.graph.node("Reshape",
				List.of(x, this.graph.constant("shape", new long[] { -1, width, 4, 4 })));
	}

	/** Writes a model as a bare file into a new folder of models, and returns its file. */
	static Path write(Path models, String name, byte[] model) throws IOException {
		return Files.write(Files.createDirectories(models).resolve(name + ".onnx"), model);
	}

	private static Value upsampled(GraphBuilder graph, Value x, Value region, Value scales) {
		return graph.node("Resize", List.of(x, region, scales), Attribute.text("mode", "nearest"),
				Attribute.text("coordinate_transformation_mode", "asymmetric"),
				Attribute.text("nearest_mode", "floor"));
	}

	private Value latent(Dimension... shape) {
		Dimension[] batched = new Dimension[1 + shape.length];
		batched[0] = Dimension.BATCH;
		System.arraycopy(shape, 0, batched, 1, shape.length);
		return this.graph.input("input", ElementType.FLOAT, batched);
	}

	private byte[] picture(Value x) {
		this.graph.output(this.graph.node("Tanh", List.of(x)), "output", ElementType.FLOAT, Dimension.BATCH,
				Dimension.fixed(3), Dimension.fixed(64), Dimension.fixed(64));
		return this.graph.build();
	}

	private Value convTranspose(Value x, int from, int to, int stride, int padding) {
		return this.graph.node("ConvTranspose", List.of(x, weights(from, to, 4, 4)),
				Attribute.integers("dilations", 1, 1), Attribute.integer("group", 1),
				Attribute.integers("kernel_shape", 4, 4),
				Attribute.integers("pads", padding, padding, padding, padding),
				Attribute.integers("strides", stride, stride));
	}

	private Value convolution(Value x, int from, int to) {
		return convolution(x, from, to, 3, 1);
	}

	private Value convolution(Value x, int from, int to, int side, int groups) {
		int padding = side / 2;
		return this.graph.node("Conv", List.of(x, weights(to, from / groups, side, side), zeros(to)),
				Attribute.integers("dilations", 1, 1), Attribute.integer("group", groups),
				Attribute.integers("kernel_shape", side, side),
				Attribute.integers("pads", padding, padding, padding, padding), Attribute.integers("strides", 1, 1));
	}

	/** Scaled to variance 1, given how many terms of the same size each sum has. */
	private Value normalised(Value x, int features, double terms) {
		String prefix = "bn" + this.layers++;
		float[] variance = new float[features];
		Arrays.fill(variance, (float) (terms * DEVIATION * DEVIATION));
		Value normalised = this.graph.node("BatchNormalization",
				List.of(x, this.graph.constant(prefix + ".weight", normal(features, 1), features),
						this.graph.constant(prefix + ".bias", normal(features, 0), features),
						this.graph.constant(prefix + ".running_mean", new float[features], features),
						this.graph.constant(prefix + ".running_var", variance, features)),
				Attribute.real("epsilon", 1e-5f), Attribute.real("momentum", 0.9f));
		return this.graph.node("Relu", List.of(normalised));
	}

	private Value weights(long... shape) {
		int size = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
		return this.graph.constant("weight" + this.layers++, normal(size, 0), shape);
	}

	private Value zeros(int size) {
		return this.graph.constant("bias" + this.layers++, new float[size], size);
	}

	private float[] normal(int size, double mean) {
		float[] values = new float[size];
		for (int i = 0; i < size; i++) {
			values[i] = (float) (mean + DEVIATION * this.random.nextGaussian());
		}
		return values;
	}

}
