package io.eidolon.inference.onnx;

/** Numbers that go into a graph or come out of it, row by row. */
public sealed interface Tensor {

	/** The size of each axis. */
	long[] shape();

	/**
	 * 32-bit floating point numbers.
	 *
	 * @param values as many as the shape says
	 * @param shape the size of each axis
	 */
	record Floats(float[] values, long... shape) implements Tensor {

	}

	/**
	 * 64-bit integers.
	 *
	 * @param values as many as the shape says
	 * @param shape the size of each axis
	 */
	record Longs(long[] values, long... shape) implements Tensor {

	}

}
