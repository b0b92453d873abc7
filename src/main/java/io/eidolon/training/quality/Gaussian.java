package io.eidolon.training.quality;

import java.nio.DoubleBuffer;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A normal distribution, such as the one with the moments of some features.
 *
 * @param mean (dimension)
 * @param covariance (dimension, dimension), row by row
 */
record Gaussian(double[] mean, double[] covariance) {

	/**
	 * Takes the sample mean and the unbiased sample covariance, of two points or more.
	 */
	static Gaussian of(Features features) {
		try (PointerScope _ = new PointerScope()) {
			Tensor x = features.tensor();
			return new Gaussian(values(x.mean(0)), values(torch.cov(x.t())));
		}
	}

	private static double[] values(Tensor tensor) {
		double[] values = new double[Math.toIntExact(tensor.numel())];
		tensor.contiguous().<DoubleBuffer>createBuffer().get(values);
		return values;
	}

}
