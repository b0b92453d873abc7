package io.eidolon.training.augment;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Changes brightness, saturation and contrast in turn. With s the strength, m_C the mean
 * over channels, m the mean over the picture, and each u ~ U(-1, 1) sampled anew:
 *
 * <pre>
 * x + s u / 2;    m_C + (1 + s u) (x - m_C);    m + (1 + s u / 2) (x - m)
 * </pre>
 *
 * @param strength 1 as in the paper, 0 for no change
 */
public record Colour(double strength) implements Augmentation {

	@Override
	public String name() {
		return "colour";
	}

	@Override
	public Tensor apply(Tensor x) {
		Tensor brightened = x.add(uniform(x, this.strength / 2));
		Tensor saturated = stretched(brightened, uniform(x, this.strength), 1);
		return stretched(saturated, uniform(x, this.strength / 2), 1, 2, 3);
	}

	/** Stretches the distances from a mean by 1 + u. */
	private static Tensor stretched(Tensor x, Tensor u, long... dimensions) {
		Tensor distance = x.sub(x.mean(dimensions, true, new ScalarTypeOptional()));
		return x.add(distance.mul(u));
	}

	/** Samples a number from [-bound, bound) for each picture, (N, 1, 1, 1). */
	private static Tensor uniform(Tensor x, double bound) {
		return torch.rand(new long[] { x.size(0), 1, 1, 1 }, x.options())
			.mul(new Scalar(2 * bound))
			.sub(new Scalar(bound));
	}

}
