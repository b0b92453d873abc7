package io.eidolon.training.network;

import java.util.List;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * A 3x3 convolution, batch normalisation (Ioffe and Szegedy 2015) and ReLU: (N, in, H, W)
 * to (N, out, H / stride, W / stride). Initial weights are normal with variance 2 /
 * fan-in (He et al. 2015).
 */
public final class NormalisedConvolution {

	private static final int KERNEL = 3;

	private static final double MOMENTUM = 0.1;

	private static final double EPSILON = 1e-5;

	private final String name;

	private final int stride;

	private final Tensor weight; // (out, in, KERNEL, KERNEL)

	private final Tensor scale; // (out)

	private final Tensor shift; // (out)

	private final Tensor mean; // (out)

	private final Tensor variance; // (out)

	/** Creates a layer, its initial weights following from libtorch's seed. */
	public NormalisedConvolution(String name, int in, int out, int stride) {
		this.name = name;
		this.stride = stride;
		this.weight = torch.normal(0, Math.sqrt(2.0 / (in * KERNEL * KERNEL)), out, in, KERNEL, KERNEL)
			.requires_grad_(true);
		this.scale = torch.ones(out).requires_grad_(true);
		this.shift = torch.zeros(out).requires_grad_(true);
		this.mean = torch.zeros(out);
		this.variance = torch.ones(out);
	}

	/** What an optimiser changes. */
	public List<Tensor> parameters() {
		return List.of(this.weight, this.scale, this.shift);
	}

	/** Computes the layer, and in training follows the statistics of the batch. */
	public Tensor forward(Tensor x, boolean training) {
		Tensor convolved = torch.conv2d(x, ComputeType.fit(this.weight, x), new TensorOptional(),
				new long[] { this.stride, this.stride }, new long[] { 1, 1 }, new long[] { 1, 1 }, 1);
		return torch.relu(torch.batch_norm(convolved, new TensorOptional(this.scale), new TensorOptional(this.shift),
				new TensorOptional(this.mean), new TensorOptional(this.variance), training, MOMENTUM, EPSILON, false));
	}

	/** Writes the layer in evaluation mode, and returns what it gives. */
	public Value emit(GraphBuilder graph, Value x) {
		Value convolved = graph.node("Conv", List.of(x, constant(graph, "weight", this.weight)),
				Attribute.integers("kernel_shape", KERNEL, KERNEL),
				Attribute.integers("strides", this.stride, this.stride), Attribute.integers("pads", 1, 1, 1, 1));
		return graph.node("Relu",
				List.of(graph.node("BatchNormalization",
						List.of(convolved, constant(graph, "scale", this.scale), constant(graph, "shift", this.shift),
								constant(graph, "mean", this.mean), constant(graph, "variance", this.variance)),
						Attribute.real("epsilon", (float) EPSILON))));
	}

	private Value constant(GraphBuilder graph, String part, Tensor tensor) {
		return graph.constant(this.name + "." + part, Weights.values(tensor), tensor.shape());
	}

}
