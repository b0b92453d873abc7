package io.eidolon.training.mixture;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * A small fully connected network with LeakyReLU(0.2) between its layers. Its biases
 * start apart, so that not all of its kinks go through the origin. The pointer scope in
 * which it is made owns its tensors.
 */
final class Perceptron {

	private static final double SLOPE = 0.2;

	private final List<Tensor> weights = new ArrayList<>(); // (in, out) each

	private final List<Tensor> biases = new ArrayList<>(); // (out) each

	/** Creates a network, its initial weights following from libtorch's seed. */
	Perceptron(int... widths) {
		for (int i = 1; i < widths.length; i++) {
			double deviation = Math.sqrt(2.0 / widths[i - 1]);
			this.weights.add(torch.normal(0, deviation, widths[i - 1], widths[i]).requires_grad_(true));
			this.biases.add(torch.normal(0, 1, widths[i]).requires_grad_(true));
		}
	}

	/** (N, in) to (N, out). */
	Tensor forward(Tensor x) {
		Tensor y = x;
		for (int i = 0; i < this.weights.size(); i++) {
			Tensor input = (i > 0) ? torch.leaky_relu(y, new Scalar(SLOPE)) : y;
			y = torch.addmm(this.biases.get(i), input, this.weights.get(i));
		}
		return y;
	}

	TensorVector parameters() {
		List<Tensor> parameters = new ArrayList<>(this.weights);
		parameters.addAll(this.biases);
		return new TensorVector(parameters.toArray(Tensor[]::new));
	}

}
