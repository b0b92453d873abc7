package io.eidolon.training.network;

import java.util.Arrays;

import org.bytedeco.pytorch.Tensor;

/**
 * A tensor as a file holds it.
 *
 * @param shape the size of each axis
 * @param values in row-major order
 */
public record StoredTensor(long[] shape, float[] values) {

	/** Copies a tensor. */
	public static StoredTensor of(Tensor tensor) {
		return new StoredTensor(tensor.shape(), Weights.values(tensor));
	}

	/** Whether it has a shape, axes of size 1 aside. */
	boolean fits(long... other) {
		return Arrays.equals(withoutOnes(this.shape), withoutOnes(other));
	}

	private static long[] withoutOnes(long[] shape) {
		return Arrays.stream(shape).filter((size) -> size != 1).toArray();
	}

	/** Its shape, as (10, 32). */
	@Override
	public String toString() {
		return shape(this.shape);
	}

	static String shape(long... shape) {
		return Arrays.toString(shape).replace('[', '(').replace(']', ')');
	}

}
