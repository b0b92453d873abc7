package io.eidolon.training.objective;

import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** The slope of D where a picture lies, which can be differentiated again. */
final class InputGradient {

	private InputGradient() {
	}

	/**
	 * Returns |grad_x l(x)|^2 of each picture.
	 * @param x (N, ...) pictures that require a gradient
	 * @param l (N) their logits, computed from x
	 * @return (N)
	 */
	static Tensor squaredNorms(Tensor x, Tensor l) {
		Tensor gradient = torch
			.grad(new TensorVector(l.sum()), new TensorVector(x), new TensorVector(), new BoolOptional(true), true,
					false)
			.get(0);
		return gradient.flatten(1, -1).square().sum(1);
	}

}
