package io.eidolon.training.network;

import java.util.List;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** A transposed convolution without bias: (N, in, h, w) to (N, out, H, W). */
final class ConvTranspose2d {

	private final String name;

	private final Tensor weight; // (in, out, kernel, kernel)

	private final int in;

	private final int out;

	private final int kernel;

	private final int stride;

	private final int padding;

	ConvTranspose2d(Weights weights, String name, int in, int out, int kernel, int stride, int padding) {
		this.name = name;
		this.weight = weights.parameter(name + ".weight", Initialisation.weight(in, out, kernel, kernel));
		this.in = in;
		this.out = out;
		this.kernel = kernel;
		this.stride = stride;
		this.padding = padding;
	}

	Tensor forward(Tensor x) {
		return torch.conv_transpose2d(x, ComputeType.fit(this.weight, x), new TensorOptional(),
				new long[] { this.stride, this.stride }, new long[] { this.padding, this.padding }, new long[] { 0, 0 },
				1, 1, 1);
	}

	Value emit(GraphBuilder graph, Value x) {
		Value w = graph.constant(this.name + ".weight", Weights.values(this.weight), this.in, this.out, this.kernel,
				this.kernel);
		return graph.node("ConvTranspose", List.of(x, w), Attribute.integers("kernel_shape", this.kernel, this.kernel),
				Attribute.integers("strides", this.stride, this.stride),
				Attribute.integers("pads", this.padding, this.padding, this.padding, this.padding));
	}

}
