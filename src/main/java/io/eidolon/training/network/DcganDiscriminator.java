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
 * The discriminator of DCGAN (Radford, Metz and Chintala 2015): each convolution halves
 * the side, with LeakyReLU(0.2) after it and batch normalisation from the second on. A
 * class-conditional one adds the projection of its features on a learned embedding of the
 * label (Miyato and Koyama 2018): l = psi(phi(x)) + v(label)^T phi(x). One that knows
 * captions sees their words beside the smallest maps (Reed et al. 2016). Traits may leave
 * batch normalisation out, divide weights by their norm and add the minibatch deviation.
 */
public final class DcganDiscriminator implements DiscriminatorNetwork {

	private static final double SLOPE = 0.2;

	private final Weights weights = new Weights();

	private final List<Conv2d> convolutions = new ArrayList<>();

	private final List<BatchNorm2d> norms = new ArrayList<>();

	private final @Nullable MinibatchDeviation deviation;

	private final Architecture architecture;

	private final @Nullable SentenceMaps sentence;

	private final @Nullable Conv2d mix;

	private final Conv2d output;

	private final @Nullable LayerWeight projection; // (classes, features)

	/** Creates a discriminator, its initial weights following from libtorch's seed. */
	public DcganDiscriminator(Architecture architecture) {
		boolean spectral = architecture.traits().spectralNormalisation();
		this.architecture = architecture;
		this.deviation = architecture.traits().minibatchDeviation() ? new MinibatchDeviation() : null;
		int in = architecture.channels();
		for (int i = 1; i <= architecture.doublings(); i++) {
			int out = architecture.width(i);
			this.convolutions.add(new Conv2d(
					new LayerWeight(this.weights, "halve" + i, Initialisation.weight(out, in, 4, 4), spectral), null,
					new Conv2d.Form(2, 1, 1)));
			if (i > 1 && architecture.traits().batchNormalisation()) {
				this.norms.add(new BatchNorm2d(this.weights, "norm" + i, out));
			}
			in = out;
		}
		int features = in + ((this.deviation != null) ? 1 : 0);
		int places = architecture.innerHeight() * architecture.innerWidth();
		this.sentence = architecture.readsText() ? new SentenceMaps(this.weights, features, places) : null;
		this.mix = (this.sentence != null)
				? convolution("mix", Initialisation.weight(in, features + SentenceMaps.COUNT, 1, 1)) : null;
		this.output = convolution("output", Initialisation.weight(1, (this.mix != null) ? in : features,
				architecture.innerHeight(), architecture.innerWidth()));
		this.projection = architecture.conditional() ? new LayerWeight(this.weights, "projection",
				Initialisation.weight(architecture.classes(), features), spectral) : null;
	}

	private Conv2d convolution(String name, Tensor weight) {
		return new Conv2d(
				new LayerWeight(this.weights, name, weight, this.architecture.traits().spectralNormalisation()), null,
				new Conv2d.Form(1, 0, 1));
	}

	@Override
	public List<Tensor> maps(Tensor x, Mode mode) {
		List<Tensor> maps = new ArrayList<>();
		Tensor y = x;
		for (int i = 0; i < this.convolutions.size(); i++) {
			y = this.convolutions.get(i).forward(y);
			if (i > 0 && !this.norms.isEmpty()) {
				y = this.norms.get(i - 1).forward(y, mode);
			}
			y = torch.leaky_relu(y, new Scalar(SLOPE));
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
		Tensor seen = features;
		if (this.sentence != null) {
			Tensor mixed = Objects.requireNonNull(this.mix).forward(this.sentence.append(features, condition));
			seen = torch.leaky_relu(mixed, new Scalar(SLOPE));
		}
		Tensor logits = this.output.forward(seen).flatten(); // (N)
		if (this.projection != null && condition.label() != null) {
			Tensor embedded = torch.embedding(this.projection.value(), condition.label());
			logits = logits.add(features.sum(2, 3).mul(embedded).sum(1));
		}
		return logits;
	}

	@Override
	public Tensor read(Tensor features) {
		return Objects.requireNonNull(this.sentence).read(features);
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
		Value y = image;
		for (int i = 0; i < this.convolutions.size(); i++) {
			y = this.convolutions.get(i).emit(graph, y);
			if (i > 0 && !this.norms.isEmpty()) {
				y = this.norms.get(i - 1).emit(graph, y);
			}
			y = graph.node("LeakyRelu", List.of(y), Attribute.real("alpha", (float) SLOPE));
			maps.add(EmittedMaps.of(y, this.architecture, i + 1));
		}
		Value features = (this.deviation != null) ? this.deviation.emit(graph, y) : y;
		if (this.sentence != null) {
			Value mixed = Objects.requireNonNull(this.mix).emit(graph, this.sentence.emit(graph, features));
			features = graph.node("LeakyRelu", List.of(mixed), Attribute.real("alpha", (float) SLOPE));
		}
		return new EmittedDiscriminator(maps, this.output.emit(graph, features));
	}

	@Override
	public Weights weights() {
		return this.weights;
	}

}
