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

	private final Tensor weight; // (in, out, height, width)

	private final int stride;

	private final int padding;

	/**
	 * Creates its weight.
	 * @param shape (in, out, height, width)
	 */
	ConvTranspose2d(Weights weights, String name, int stride, int padding, long... shape) {
		this.name = name;
		this.weight = weights.parameter(name + ".weight", Initialisation.weight(shape));
		this.stride = stride;
		this.padding = padding;
	}

	Tensor forward(Tensor x) {
		return torch.conv_transpose2d(x, ComputeType.fit(this.weight, x), new TensorOptional(),
				new long[] { this.stride, this.stride }, new long[] { this.padding, this.padding }, new long[] { 0, 0 },
				1, 1, 1);
	}

	Value emit(GraphBuilder graph, Value x) {
		Value w = graph.constant(this.name + ".weight", Weights.values(this.weight), this.weight.shape());
		return graph.node("ConvTranspose", List.of(x, w),
				Attribute.integers("kernel_shape", this.weight.size(2), this.weight.size(3)),
				Attribute.integers("strides", this.stride, this.stride),
				Attribute.integers("pads", this.padding, this.padding, this.padding, this.padding));
	}

}
