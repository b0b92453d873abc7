package io.eidolon.training.network;

import java.util.List;

import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A linear layer: (N, in) to (N, out). */
final class Linear {

	private final String name;

	private final Tensor weight; // (in, out)

	private final Tensor bias; // (out)

	private Linear(Weights weights, String name, Tensor weight, Tensor bias) {
		this.name = name;
		this.weight = weights.parameter(name + ".weight", weight);
		this.bias = weights.parameter(name + ".bias", bias);
	}

	/** A layer that keeps the variance of what passes through it. */
	static Linear of(Weights weights, String name, int in, int out) {
		return new Linear(weights, name, torch.normal(0, 1 / Math.sqrt(in), in, out), torch.zeros(out));
	}

	/** A layer that gives the same value, whatever passes through it. */
	static Linear constant(Weights weights, String name, int in, Tensor value) {
		return new Linear(weights, name, torch.zeros(in, value.size(0)), value);
	}

	Tensor forward(Tensor x) {
		return torch.addmm(ComputeType.fit(this.bias, x), x, ComputeType.fit(this.weight, x));
	}

	Value emit(GraphBuilder graph, Value x) {
		return graph.node("Gemm",
				List.of(x, graph.constant(this.name + ".weight", Weights.values(this.weight), this.weight.shape()),
						graph.constant(this.name + ".bias", Weights.values(this.bias), this.bias.shape())));
	}

}
