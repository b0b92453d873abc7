package io.eidolon.training.network;

import java.util.ArrayList;
import java.util.List;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** A convolution: (N, in, H, W) to (N, out, h, w). */
final class Conv2d {

	private final LayerWeight weight; // (out, in / groups, height, width)

	private final @Nullable Tensor bias; // (out)

	private final Form form;

	Conv2d(LayerWeight weight, @Nullable Tensor bias, Form form) {
		this.weight = weight;
		this.bias = bias;
		this.form = form;
	}

	Tensor forward(Tensor x) {
		TensorOptional shift = (this.bias != null) ? new TensorOptional(ComputeType.fit(this.bias, x))
				: new TensorOptional();
		return torch.conv2d(x, ComputeType.fit(this.weight.value(), x), shift, both(this.form.stride),
				both(this.form.padding), both(1), this.form.groups);
	}

	Value emit(GraphBuilder graph, Value x) {
		List<Value> inputs = new ArrayList<>(List.of(x, this.weight.emit(graph)));
		if (this.bias != null) {
			inputs.add(graph.constant(this.weight.name() + ".bias", Weights.values(this.bias), this.bias.shape()));
		}
		return graph.node("Conv", inputs, Attribute.integers("kernel_shape", this.weight.kernel()),
				Attribute.integers("strides", both(this.form.stride)),
				Attribute.integers("pads", this.form.padding, this.form.padding, this.form.padding, this.form.padding),
				Attribute.integer("group", this.form.groups));
	}

	/** The mean of 2x2 pixels. */
	static Value emitHalving(GraphBuilder graph, Value x) {
		return graph.node("AveragePool", List.of(x), Attribute.integers("kernel_shape", 2, 2),
				Attribute.integers("strides", 2, 2));
	}

	private static long[] both(long length) {
		return new long[] { length, length };
	}

	/**
	 * How a kernel moves over the picture.
	 *
	 * @param stride the pixels from one place to the next
	 * @param padding the zeros around the picture
	 * @param groups the parts that the channels are divided into, each convolved alone
	 */
	record Form(int stride, int padding, int groups) {

		/** Place by place, and within the picture. */
		static final Form POINTWISE = new Form(1, 0, 1);

	}

}
