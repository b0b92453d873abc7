package io.eidolon.training.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Initial weights as in Radford et al. 2015, section 3: normal with standard deviation
 * 0.02. They follow from libtorch's seed.
 */
final class Initialisation {

	private static final double DEVIATION = 0.02;

	private Initialisation() {
	}

	static Tensor weight(long... shape) {
		return torch.normal(0, DEVIATION, shape);
	}

	static Tensor scale(long channels) {
		return torch.normal(1, DEVIATION, channels);
	}

}
