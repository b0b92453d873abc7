package io.eidolon.training.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * The discriminator of DCGAN (Radford, Metz and Chintala 2015): each convolution halves
 * the side, with LeakyReLU(0.2) after it and batch normalisation from the second on. A
 * class-conditional one adds the projection of its features on a learned embedding of the
 * label (Miyato and Koyama 2018): l = psi(phi(x)) + v(label)^T phi(x). Traits may leave
 * batch normalisation out, divide weights by their norm and add the minibatch deviation.
 */
public final class DcganDiscriminator implements DiscriminatorNetwork {

	private static final double SLOPE = 0.2;

	private final Weights weights = new Weights();

	private final List<Conv2d> convolutions = new ArrayList<>();

	private final List<BatchNorm2d> norms = new ArrayList<>();

	private final boolean minibatchDeviation;

	private final Conv2d output;

	private final @Nullable LayerWeight projection; // (classes, features)

	/** Creates a discriminator, its initial weights following from libtorch's seed. */
	public DcganDiscriminator(Architecture architecture) {
		boolean spectral = architecture.traits().spectralNormalisation();
		this.minibatchDeviation = architecture.traits().minibatchDeviation();
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
		int features = in + (this.minibatchDeviation ? 1 : 0);
		int inner = architecture.innerSize();
		this.output = new Conv2d(
				new LayerWeight(this.weights, "output", Initialisation.weight(1, features, inner, inner), spectral),
				null, new Conv2d.Form(1, 0, 1));
		this.projection = architecture.conditional() ? new LayerWeight(this.weights, "projection",
				Initialisation.weight(architecture.classes(), features), spectral) : null;
	}

	@Override
	public Tensor features(Tensor x) {
		Tensor features = x;
		for (int i = 0; i < this.convolutions.size(); i++) {
			features = this.convolutions.get(i).forward(features);
			if (i > 0 && !this.norms.isEmpty()) {
				features = this.norms.get(i - 1).forward(features, Mode.TRAINING);
			}
			features = torch.leaky_relu(features, new Scalar(SLOPE));
		}
		return this.minibatchDeviation ? MinibatchDeviation.append(features) : features;
	}

	@Override
	public Tensor logits(Tensor features, Condition condition) {
		Tensor logits = this.output.forward(features).flatten(); // (N)
		if (this.projection != null) {
			Tensor embedded = torch.embedding(this.projection.value(), Objects.requireNonNull(condition.label()));
			logits = logits.add(features.sum(2, 3).mul(embedded).sum(1));
		}
		return logits;
	}

	@Override
	public Weights weights() {
		return this.weights;
	}

}
