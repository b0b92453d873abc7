package io.eidolon.training.network;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.DoubleArrayRefOptional;
import org.bytedeco.pytorch.LongArrayRef;
import org.bytedeco.pytorch.LongArrayRefOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * A discriminator that sees pictures through a network that was trained to recognise what
 * is on photographs (Sauer et al. 2021, "Projected GANs Converge Faster"; Kumari et al.
 * 2022, "Ensembling Off-the-shelf Models for GAN Training"). That trunk stays as it is;
 * for each of its resolutions a small head of strided convolutions with spectral
 * normalisation makes a map of logits.
 */
public final class AidedDiscriminator {

	private static final double SLOPE = 0.2;

	private static final int WIDTH = 64;

	/** The side of a map of logits, at most. */
	private static final int LOGITS = 4;

	private final Weights weights = new Weights();

	private final FrozenTrunk trunk;

	private final int side;

	private final ComputeType type;

	private final List<List<Conv2d>> heads = new ArrayList<>();

	/**
	 * Creates the heads, their initial weights following from libtorch's seed.
	 * @param side the side in pixels to which pictures are resized for the trunk
	 * @param type what the trunk computes with
	 */
	public AidedDiscriminator(PretrainedTrunk trunk, int side, ComputeType type) {
		this.trunk = new FrozenTrunk(trunk.graph(), type);
		this.side = side;
		this.type = type;
		for (long[] shape : shapes()) {
			this.heads.add(head("head" + this.heads.size(), (int) shape[1], shape[2]));
		}
	}

	/** The shapes of what the trunk sees of one picture. */
	private List<long[]> shapes() {
		try (PointerScope _ = new PointerScope(); NoGradGuard _ = new NoGradGuard()) {
			return features(torch.zeros(1, 3, this.side, this.side)).stream().map(Tensor::shape).toList();
		}
	}

	private List<Conv2d> head(String name, int channels, long resolution) {
		List<Conv2d> head = new ArrayList<>();
		int in = channels;
		for (long left = resolution; left > LOGITS; left /= 2) {
			head.add(convolution(name + ".halve" + head.size(), in, WIDTH, 4, new Conv2d.Form(2, 1, 1)));
			in = WIDTH;
		}
		head.add(convolution(name + ".output", in, 1, 1, Conv2d.Form.POINTWISE));
		return head;
	}

	private Conv2d convolution(String name, int in, int out, int kernel, Conv2d.Form form) {
		return new Conv2d(new LayerWeight(this.weights, name, Initialisation.scaled(1, out, in, kernel, kernel), true),
				this.weights.parameter(name + ".bias", torch.zeros(out)), form);
	}

	/**
	 * Computes what the trunk sees, through which gradients pass to the pictures.
	 * @param x (N, channels, height, width) in [-1, 1]
	 * @return (N, maps, side, side) for each resolution
	 */
	public List<Tensor> features(Tensor x) {
		// A reference made of a Java array would outlive the array's copy
		LongPointer size = new LongPointer(this.side, this.side);
		Tensor enlarged = torch.upsample_bilinear2d(x, new LongArrayRefOptional(new LongArrayRef(size, 2)), false,
				new DoubleArrayRefOptional());
		return this.trunk.forward(this.type.enter(enlarged.expand(-1, 3, -1, -1)));
	}

	/**
	 * Computes the logits of pictures, several for each.
	 * @param features what the trunk sees of them
	 * @return (N * logits)
	 */
	public Tensor logits(List<Tensor> features) {
		Tensor[] logits = new Tensor[this.heads.size()];
		for (int i = 0; i < logits.length; i++) {
			Tensor x = features.get(i);
			List<Conv2d> head = this.heads.get(i);
			for (Conv2d convolution : head.subList(0, head.size() - 1)) {
				x = torch.leaky_relu(convolution.forward(x), new Scalar(SLOPE));
			}
			logits[i] = this.type.leave(head.getLast().forward(x)).flatten();
		}
		return torch.cat(new TensorVector(logits));
	}

	/** Moves trunk and heads to where they are to compute. */
	public void moveTo(ComputeDevice device) {
		this.trunk.moveTo(device);
		this.weights.moveTo(device);
	}

	/** The weights of the heads. */
	public Weights weights() {
		return this.weights;
	}

}
