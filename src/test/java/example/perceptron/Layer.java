package example.perceptron;

import java.util.List;

import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import io.eidolon.training.network.ComputeType;
import io.eidolon.training.network.Weights;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * x W + b, of (N, in) to (N, out).
 *
 * @param name what the names of its weights begin with, in checkpoints and graphs
 */
record Layer(String name, Tensor weight, Tensor bias) {

	static Layer of(Weights weights, String name, long in, long out) {
		Tensor initial = torch.normal(0, Math.sqrt(1.0 / in), in, out);
		return new Layer(name, weights.parameter(name + ".weight", initial),
				weights.parameter(name + ".bias", torch.zeros(out)));
	}

	Tensor forward(Tensor x) {
		// Weights stay in single precision, and are cast to what they are applied to
		return x.matmul(ComputeType.fit(this.weight, x)).add(ComputeType.fit(this.bias, x));
	}

	Value emit(GraphBuilder graph, Value x) {
		return graph.node("Gemm",
				List.of(x, graph.constant(this.name + ".weight", Weights.values(this.weight), this.weight.shape()),
						graph.constant(this.name + ".bias", Weights.values(this.bias), this.bias.shape())));
	}

}
