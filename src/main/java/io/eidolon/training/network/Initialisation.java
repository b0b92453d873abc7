package io.eidolon.training.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Initial weights. They follow from libtorch's seed. DCGAN's are normal with standard
 * deviation 0.02 (Radford et al. 2015, section 3), others keep the variance of what
 * passes through them (He et al. 2015).
 */
final class Initialisation {

	private static final double DEVIATION = 0.02;

	private Initialisation() {
	}

	static Tensor weight(long... shape) {
		return torch.normal(0, DEVIATION, shape);
	}

	/** Normal with standard deviation gain / sqrt(fan-in). */
	static Tensor scaled(double gain, long... shape) {
		long fanIn = 1;
		for (int axis = 1; axis < shape.length; axis++) {
			fanIn *= shape[axis];
		}
		return torch.normal(0, gain / Math.sqrt(fanIn), shape);
	}

	static Tensor scale(long channels) {
		return torch.normal(1, DEVIATION, channels);
	}

}
