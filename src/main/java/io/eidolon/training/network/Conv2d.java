package io.eidolon.training.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** A convolution without bias: (N, in, H, W) to (N, out, h, w). */
final class Conv2d {

	private final Tensor weight; // (out, in, kernel, kernel)

	private final long[] stride;

	private final long[] padding;

	Conv2d(Weights weights, String name, int in, int out, int kernel, int stride, int padding) {
		this.weight = weights.parameter(name + ".weight", Initialisation.weight(out, in, kernel, kernel));
		this.stride = new long[] { stride, stride };
		this.padding = new long[] { padding, padding };
	}

	Tensor forward(Tensor x) {
		return torch.conv2d(x, this.weight, new TensorOptional(), this.stride, this.padding, new long[] { 1, 1 }, 1);
	}

}
