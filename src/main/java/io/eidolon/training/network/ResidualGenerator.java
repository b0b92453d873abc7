package io.eidolon.training.network;

import java.util.ArrayList;
import java.util.List;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.DoubleArrayRefOptional;
import org.bytedeco.pytorch.LongArrayRef;
import org.bytedeco.pytorch.LongArrayRefOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A residual generator without normalisation, in the manner of R3GAN (Huang et al. 2024):
 * the latent weighs learned maps of the smallest picture; at each resolution come
 * residual blocks, and between them a 1x1 convolution to half the maps and bilinear
 * upsampling. The last 1x1 convolution makes colours of the maps, which tanh bounds. The
 * paper has two blocks at a resolution and no tanh.
 */
final class ResidualGenerator implements GeneratorNetwork {

	private final Architecture architecture;

	private final Weights weights = new Weights();

	private final LabelledLatent latent;

	private final Tensor weighing; // (length of the latent, features)

	private final Tensor basis; // (features, height, width)

	private final List<List<ResidualBlock>> blocks = new ArrayList<>();

	private final List<Conv2d> narrowings = new ArrayList<>();

	private final Conv2d colours;

	/** Creates a generator, its initial weights following from libtorch's seed. */
	ResidualGenerator(Architecture architecture) {
		this.architecture = architecture;
		this.latent = new LabelledLatent(this.weights, architecture);
		int doublings = architecture.doublings();
		int features = architecture.width(doublings);
		this.weighing = this.weights.parameter("weighing.weight",
				torch.normal(0, 1 / Math.sqrt(this.latent.length()), this.latent.length(), features));
		this.basis = this.weights.parameter("basis",
				torch.normal(0, 1, features, architecture.innerHeight(), architecture.innerWidth()));
		for (int i = doublings; i >= 0; i--) {
			this.blocks.add(ResidualBlock.of(this.weights, i, architecture, doublings + 1, false));
			int out = (i > 0) ? architecture.width(i - 1) : architecture.channels();
			this.narrowings.add(new Conv2d(
					new LayerWeight(this.weights, (i > 0) ? "narrow" + i : "colours",
							Initialisation.scaled(1, out, architecture.width(i), 1, 1), false),
					null, Conv2d.Form.POINTWISE));
		}
		this.colours = this.narrowings.removeLast();
	}

	@Override
	public Tensor forward(Tensor z, ConditionTensors condition, Mode mode) {
		Tensor weighed = this.latent.forward(z, condition.label()).matmul(ComputeType.fit(this.weighing, z));
		Tensor x = ResidualBlock.forward(this.blocks.getFirst(),
				weighed.unsqueeze(2).unsqueeze(3).mul(ComputeType.fit(this.basis, z)));
		for (int i = 0; i < this.narrowings.size(); i++) {
			x = ResidualBlock.forward(this.blocks.get(i + 1), doubled(this.narrowings.get(i).forward(x)));
		}
		return torch.tanh(this.colours.forward(x));
	}

	private static Tensor doubled(Tensor x) {
		// A reference made of a Java array would outlive the array's copy
		LongPointer size = new LongPointer(2 * x.size(2), 2 * x.size(3));
		return torch.upsample_bilinear2d(x, new LongArrayRefOptional(new LongArrayRef(size, 2)), false,
				new DoubleArrayRefOptional());
	}

	@Override
	public Value emit(GraphBuilder graph, GeneratorInputs inputs) {
		Value weighed = graph.node("MatMul", List.of(this.latent.emit(graph, inputs.z(), inputs.label()),
				graph.constant("weighing.weight", Weights.values(this.weighing), this.weighing.shape())));
		Value maps = graph.node("Unsqueeze", List.of(weighed, graph.constant("spatial", new long[] { 2, 3 })));
		Value x = graph.node("Mul",
				List.of(maps, graph.constant("basis", Weights.values(this.basis), this.basis.shape())));
		x = ResidualBlock.emit(this.blocks.getFirst(), graph, x);
		Value everywhere = graph.constant("everywhere", new float[0], 0);
		Value twice = graph.constant("twice", new float[] { 1, 1, 2, 2 }, 4);
		for (int i = 0; i < this.narrowings.size(); i++) {
			x = graph.node("Resize", List.of(this.narrowings.get(i).emit(graph, x), everywhere, twice),
					Attribute.text("mode", "linear"), Attribute.text("coordinate_transformation_mode", "half_pixel"));
			x = ResidualBlock.emit(this.blocks.get(i + 1), graph, x);
		}
		return graph.node("Tanh", List.of(this.colours.emit(graph, x)));
	}

	@Override
	public Weights weights() {
		return this.weights;
	}

	@Override
	public Architecture architecture() {
		return this.architecture;
	}

}
