package io.eidolon.training.objective;

import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** The gradient of D with respect to its inputs, which can be differentiated again. */
final class InputGradient {

	private InputGradient() {
	}

	/**
	 * Returns |grad l|^2 of each picture, over all inputs together.
	 * @param l (N) logits, computed from the inputs
	 * @param inputs (N, ...) what requires a gradient
	 * @return (N)
	 */
	static Tensor squaredNorms(Tensor l, Tensor... inputs) {
		TensorVector gradients = torch.grad(new TensorVector(l.sum()), new TensorVector(inputs), new TensorVector(),
				new BoolOptional(true), true, false);
		Tensor sum = gradients.get(0).flatten(1, -1).square().sum(1);
		for (int i = 1; i < inputs.length; i++) {
			sum = sum.add(gradients.get(i).flatten(1, -1).square().sum(1));
		}
		return sum;
	}

}
