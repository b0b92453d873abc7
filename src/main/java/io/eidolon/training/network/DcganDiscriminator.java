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
 * label (Miyato and Koyama 2018): l = psi(phi(x)) + v(label)^T phi(x).
 */
public final class DcganDiscriminator implements DiscriminatorNetwork {

	private static final double SLOPE = 0.2;

	private final Weights weights = new Weights();

	private final List<Conv2d> convolutions = new ArrayList<>();

	private final List<BatchNorm2d> norms = new ArrayList<>();

	private final Conv2d judgement;

	private final @Nullable Tensor projection; // (classes, features)

	/** Creates a discriminator, its initial weights drawn from libtorch's seed. */
	public DcganDiscriminator(Architecture architecture) {
		int in = architecture.channels();
		for (int i = 1; i <= architecture.doublings(); i++) {
			int out = architecture.width(i);
			this.convolutions.add(new Conv2d(this.weights, "halve" + i, in, out, 4, 2, 1));
			if (i > 1) {
				this.norms.add(new BatchNorm2d(this.weights, "norm" + i, out));
			}
			in = out;
		}
		this.judgement = new Conv2d(this.weights, "judge", in, 1, architecture.innerSize(), 1, 0);
		this.projection = architecture.conditional()
				? this.weights.parameter("projection.weight", Initialisation.weight(architecture.classes(), in)) : null;
	}

	@Override
	public Tensor forward(Tensor x, @Nullable Tensor label) {
		Tensor features = x;
		for (int i = 0; i < this.convolutions.size(); i++) {
			features = this.convolutions.get(i).forward(features);
			if (i > 0) {
				features = this.norms.get(i - 1).forward(features, Mode.TRAINING);
			}
			features = torch.leaky_relu(features, new Scalar(SLOPE));
		}
		Tensor logits = this.judgement.forward(features).flatten(); // (N)
		if (this.projection != null) {
			Tensor embedded = torch.embedding(this.projection, Objects.requireNonNull(label));
			logits = logits.add(features.sum(2, 3).mul(embedded).sum(1));
		}
		return logits;
	}

	@Override
	public Weights weights() {
		return this.weights;
	}

}
