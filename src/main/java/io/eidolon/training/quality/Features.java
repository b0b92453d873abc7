package io.eidolon.training.quality;

import io.eidolon.training.network.NewTensor;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Pictures as points of a feature space.
 *
 * @param count the number of pictures
 * @param dimension the length of a vector
 * @param values (count, dimension), row by row
 */
public record Features(int count, int dimension, float[] values) {

	/**
	 * Creates features.
	 * @throws IllegalArgumentException when the values are not as many as the shape says
	 */
	public Features {
		if (values.length != Math.multiplyExact(count, dimension)) {
			throw new IllegalArgumentException(
					"values (%s) must be %s x %s".formatted(values.length, count, dimension));
		}
	}

	/** As many of these points, spread over all, or all of them if they are fewer. */
	Features spread(int wanted) {
		if (wanted >= this.count) {
			return this;
		}
		float[] some = new float[wanted * this.dimension];
		for (int i = 0; i < wanted; i++) {
			int from = (int) ((long) i * this.count / wanted);
			System.arraycopy(this.values, from * this.dimension, some, i * this.dimension, this.dimension);
		}
		return new Features(wanted, this.dimension, some);
	}

	/** (count, dimension) in double precision, owned by the scope around the call. */
	Tensor tensor() {
		return NewTensor.of(this.values, this.count, this.dimension).to(ScalarType.Double);
	}

	/** Requires points of one space, and enough of them. */
	static void requireComparable(Features first, Features second, int least) {
		if (first.dimension() != second.dimension()) {
			throw new IllegalArgumentException(
					"dimensions (%s and %s) must be equal".formatted(first.dimension(), second.dimension()));
		}
		if (Math.min(first.count(), second.count()) < least) {
			throw new IllegalArgumentException(
					"counts (%s and %s) must be at least %s".formatted(first.count(), second.count(), least));
		}
	}

}
