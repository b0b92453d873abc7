package io.eidolon.training.network;

import java.util.List;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Batch normalisation (Ioffe and Szegedy 2015) of (N, channels, H, W): by the batch's own
 * statistics in training, by their running means in evaluation.
 */
final class BatchNorm2d {

	private static final double EPSILON = 1e-5;

	private final String name;

	private final int channels;

	private final Tensor scale; // (channels)

	private final Tensor shift; // (channels)

	private final Tensor mean; // (channels)

	private final Tensor variance; // (channels)

	BatchNorm2d(Weights weights, String name, int channels) {
		this.name = name;
		this.channels = channels;
		this.scale = weights.parameter(name + ".scale", Initialisation.scale(channels));
		this.shift = weights.parameter(name + ".shift", torch.zeros(channels));
		this.mean = weights.buffer(name + ".mean", torch.zeros(channels));
		this.variance = weights.buffer(name + ".variance", torch.ones(channels));
	}

	Tensor forward(Tensor x, Mode mode) {
		return torch.batch_norm(x, new TensorOptional(this.scale), new TensorOptional(this.shift),
				new TensorOptional(this.mean), new TensorOptional(this.variance), mode.batchStatistics(),
				mode.momentum(), EPSILON, false);
	}

	Value emit(GraphBuilder graph, Value x) {
		return graph.node("BatchNormalization",
				List.of(x, constant(graph, "scale", this.scale), constant(graph, "shift", this.shift),
						constant(graph, "mean", this.mean), constant(graph, "variance", this.variance)),
				Attribute.real("epsilon", (float) EPSILON));
	}

	private Value constant(GraphBuilder graph, String part, Tensor tensor) {
		return graph.constant(this.name + "." + part, Weights.values(tensor), this.channels);
	}

}
