package io.eidolon.training.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * The discriminator of DF-GAN (Tao et al. 2022, section 3.2): a 3x3 convolution makes
 * maps of the colours, residual blocks halve the resolution, and the head sees the
 * smallest maps together with the sentence at each place. A class-conditional one adds
 * the projection of its features on a learned embedding of the label (Miyato and Koyama
 * 2018).
 */
final class ModulatedDiscriminator implements DiscriminatorNetwork {

	private final Weights weights = new Weights();

	private final @Nullable MinibatchDeviation deviation;

	private final Architecture architecture;

	private final Conv2d colours;

	private final List<HalvingBlock> blocks = new ArrayList<>();

	private final @Nullable SentenceMaps sentence;

	private final Conv2d mix;

	private final Conv2d output;

	private final @Nullable LayerWeight projection; // (classes, features)

	/** Creates a discriminator, its initial weights following from libtorch's seed. */
	ModulatedDiscriminator(Architecture architecture) {
		boolean spectral = architecture.traits().spectralNormalisation();
		this.architecture = architecture;
		this.deviation = architecture.traits().minibatchDeviation() ? new MinibatchDeviation() : null;
		int in = architecture.width(0);
		this.colours = convolution("colours", new Conv2d.Form(1, 1, 1), in, architecture.channels(), 3, 3);
		for (int i = 1; i <= architecture.doublings(); i++) {
			int out = architecture.width(i);
			this.blocks.add(new HalvingBlock(this.weights, "block" + i, in, out, spectral));
			in = out;
		}
		int features = in + ((this.deviation != null) ? 1 : 0);
		int places = architecture.innerHeight() * architecture.innerWidth();
		this.sentence = architecture.readsText() ? new SentenceMaps(this.weights, features, places) : null;
		int seen = features + ((this.sentence != null) ? SentenceMaps.COUNT : 0);
		this.mix = convolution("mix", new Conv2d.Form(1, 1, 1), 2 * architecture.width(1), seen, 3, 3);
		this.output = convolution("output", Conv2d.Form.POINTWISE, 1, 2 * architecture.width(1),
				architecture.innerHeight(), architecture.innerWidth());
		this.projection = architecture.conditional() ? new LayerWeight(this.weights, "projection",
				Initialisation.scaled(1, architecture.classes(), features), spectral) : null;
	}

	/**
	 * Creates a convolution.
	 * @param shape (out, in, height, width)
	 */
	private Conv2d convolution(String name, Conv2d.Form form, long... shape) {
		return new Conv2d(
				new LayerWeight(this.weights, name, Initialisation.scaled(HalvingBlock.GAIN, shape),
						this.architecture.traits().spectralNormalisation()),
				this.weights.parameter(name + ".bias", torch.zeros(shape[0])), form);
	}

	@Override
	public List<Tensor> maps(Tensor x, Mode mode) {
		List<Tensor> maps = new ArrayList<>();
		Tensor y = this.colours.forward(x);
		for (HalvingBlock block : this.blocks) {
			y = block.forward(y);
			maps.add(y);
		}
		return maps;
	}

	@Override
	public Tensor features(List<Tensor> maps, Mode mode) {
		return (this.deviation != null) ? this.deviation.append(maps.getLast(), mode) : maps.getLast();
	}

	@Override
	public Tensor logits(Tensor features, ConditionTensors condition) {
		Tensor seen = (this.sentence != null) ? this.sentence.append(features, condition) : features;
		Tensor mixed = torch.leaky_relu(this.mix.forward(seen), new Scalar(HalvingBlock.SLOPE));
		Tensor logits = this.output.forward(mixed).flatten(); // (N)
		if (this.projection != null && condition.label() != null) {
			Tensor embedded = torch.embedding(this.projection.value(), condition.label());
			logits = logits.add(features.mean(2, 3).mul(embedded).sum(1));
		}
		return logits;
	}

	@Override
	public Tensor read(Tensor features) {
		Tensor active = torch.leaky_relu(features, new Scalar(HalvingBlock.SLOPE));
		return Objects.requireNonNull(this.sentence).read(active);
	}

	@Override
	public void fit(SentenceAxes axes) {
		if (this.sentence != null) {
			this.sentence.fit(axes);
		}
	}

	@Override
	public Tensor along(Tensor sentence) {
		return (this.sentence != null) ? this.sentence.along(sentence) : sentence;
	}

	@Override
	public EmittedDiscriminator emit(GraphBuilder graph, Value image) {
		List<EmittedMaps> maps = new ArrayList<>();
		Value y = this.colours.emit(graph, image);
		for (HalvingBlock block : this.blocks) {
			y = block.emit(graph, y);
			int halvings = maps.size() + 1;
			maps.add(EmittedMaps.of(y, this.architecture, halvings));
		}
		Value features = (this.deviation != null) ? this.deviation.emit(graph, y) : y;
		Value seen = (this.sentence != null) ? this.sentence.emit(graph, features) : features;
		Value mixed = graph.node("LeakyRelu", List.of(this.mix.emit(graph, seen)),
				Attribute.real("alpha", (float) HalvingBlock.SLOPE));
		return new EmittedDiscriminator(maps, this.output.emit(graph, mixed));
	}

	@Override
	public Weights weights() {
		return this.weights;
	}

}
