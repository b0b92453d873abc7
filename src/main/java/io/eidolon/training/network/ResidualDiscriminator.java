package io.eidolon.training.network;

import java.util.ArrayList;
import java.util.List;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * The mirror of {@link ResidualGenerator} (Huang et al. 2024): a 1x1 convolution makes
 * maps of the colours; at each resolution come residual blocks, and between them the mean
 * of 2x2 pixels and a 1x1 convolution to twice the maps. A learned map of the smallest
 * picture weighs each feature, and a linear layer makes logits of them. A
 * class-conditional one adds the projection of the features on a learned embedding of the
 * label (Miyato and Koyama 2018).
 */
final class ResidualDiscriminator implements DiscriminatorNetwork {

	private final Weights weights = new Weights();

	private final @Nullable MinibatchDeviation deviation;

	private final Architecture architecture;

	private final Conv2d colours;

	private final List<List<ResidualBlock>> blocks = new ArrayList<>();

	private final List<Conv2d> widenings = new ArrayList<>();

	private final Conv2d basis;

	private final LayerWeight output; // (1, features)

	private final @Nullable LayerWeight projection; // (classes, features)

	/** Creates a discriminator, its initial weights following from libtorch's seed. */
	ResidualDiscriminator(Architecture architecture) {
		this.architecture = architecture;
		this.deviation = architecture.traits().minibatchDeviation() ? new MinibatchDeviation() : null;
		boolean spectral = architecture.traits().spectralNormalisation();
		int doublings = architecture.doublings();
		this.colours = pointwise("colours", architecture.channels(), architecture.width(0), spectral);
		for (int i = 0; i <= doublings; i++) {
			this.blocks.add(ResidualBlock.of(this.weights, i, architecture, doublings + 1, spectral));
			if (i < doublings) {
				this.widenings
					.add(pointwise("widen" + (i + 1), architecture.width(i), architecture.width(i + 1), spectral));
			}
		}
		int features = architecture.width(doublings) + ((this.deviation != null) ? 1 : 0);
		this.basis = new Conv2d(new LayerWeight(this.weights, "basis",
				Initialisation.scaled(1, features, 1, architecture.innerHeight(), architecture.innerWidth()), spectral),
				null, new Conv2d.Form(1, 0, features));
		this.output = new LayerWeight(this.weights, "output", Initialisation.scaled(1, 1, features), spectral);
		this.projection = architecture.conditional() ? new LayerWeight(this.weights, "projection",
				Initialisation.scaled(1, architecture.classes(), features), spectral) : null;
	}

	private Conv2d pointwise(String name, int in, int out, boolean spectral) {
		return new Conv2d(new LayerWeight(this.weights, name, Initialisation.scaled(1, out, in, 1, 1), spectral), null,
				Conv2d.Form.POINTWISE);
	}

	@Override
	public List<Tensor> maps(Tensor x, Mode mode) {
		List<Tensor> maps = new ArrayList<>();
		Tensor y = ResidualBlock.forward(this.blocks.getFirst(), this.colours.forward(x));
		maps.add(y);
		for (int i = 0; i < this.widenings.size(); i++) {
			y = ResidualBlock.forward(this.blocks.get(i + 1), this.widenings.get(i).forward(torch.avg_pool2d(y, 2, 2)));
			maps.add(y);
		}
		return maps;
	}

	@Override
	public Tensor features(List<Tensor> maps, Mode mode) {
		Tensor y = maps.getLast();
		Tensor seen = (this.deviation != null) ? this.deviation.append(y, mode) : y;
		return this.basis.forward(seen).flatten(1, -1); // (N, features)
	}

	@Override
	public Tensor logits(Tensor features, ConditionTensors condition) {
		Tensor logits = features.matmul(ComputeType.fit(this.output.value(), features).t()).flatten(); // (N)
		if (this.projection != null && condition.label() != null) {
			Tensor embedded = torch.embedding(this.projection.value(), condition.label());
			logits = logits.add(features.mul(embedded).sum(1));
		}
		return logits;
	}

	@Override
	public EmittedDiscriminator emit(GraphBuilder graph, Value image) {
		List<EmittedMaps> maps = new ArrayList<>();
		Value y = this.colours.emit(graph, image);
		for (int i = 0; i < this.blocks.size(); i++) {
			if (i > 0) {
				y = this.widenings.get(i - 1).emit(graph, Conv2d.emitHalving(graph, y));
			}
			y = ResidualBlock.emit(this.blocks.get(i), graph, y);
			maps.add(EmittedMaps.of(y, this.architecture, i));
		}
		Value seen = (this.deviation != null) ? this.deviation.emit(graph, y) : y;
		Value features = graph.node("Flatten", List.of(this.basis.emit(graph, seen)));
		return new EmittedDiscriminator(maps,
				graph.node("Gemm", List.of(features, this.output.emit(graph)), Attribute.integer("transB", 1)));
	}

	@Override
	public Weights weights() {
		return this.weights;
	}

}
