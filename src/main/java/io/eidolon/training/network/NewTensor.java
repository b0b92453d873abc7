package io.eidolon.training.network;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;

import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * Makes tensors of numbers, in memory. {@code Tensor.create} writes them one by one
 * through {@code sun.misc.Unsafe}, of which the JVM warns.
 */
public final class NewTensor {

	private NewTensor() {
	}

	/** Singles; without a shape a row. */
	public static Tensor of(float[] values, long... shape) {
		Tensor tensor = empty(torch.ScalarType.Float, values.length, shape);
		if (values.length > 0) {
			tensor.<FloatBuffer>createBuffer().put(values);
		}
		return tensor;
	}

	/** Singles, (to - from, length) of rows that are all as long. */
	public static Tensor ofRows(float[][] rows, int from, int to) {
		int length = rows[from].length;
		float[] flat = new float[(to - from) * length];
		for (int i = from; i < to; i++) {
			System.arraycopy(rows[i], 0, flat, (i - from) * length, length);
		}
		return of(flat, to - from, length);
	}

	/** Doubles; without a shape a row. */
	public static Tensor of(double[] values, long... shape) {
		Tensor tensor = empty(torch.ScalarType.Double, values.length, shape);
		if (values.length > 0) {
			tensor.<DoubleBuffer>createBuffer().put(values);
		}
		return tensor;
	}

	/** A row of whole numbers. */
	public static Tensor of(long[] values) {
		Tensor tensor = empty(torch.ScalarType.Long, values.length);
		if (values.length > 0) {
			tensor.<LongBuffer>createBuffer().put(values);
		}
		return tensor;
	}

	/** A row of bytes, taken for 0 to 255. */
	public static Tensor of(byte[] values) {
		Tensor tensor = empty(torch.ScalarType.Byte, values.length);
		if (values.length > 0) {
			tensor.<ByteBuffer>createBuffer().put(values);
		}
		return tensor;
	}

	private static Tensor empty(torch.ScalarType type, int length, long... shape) {
		return torch.empty((shape.length > 0) ? shape : new long[] { length }, new TensorOptions(type),
				new MemoryFormatOptional());
	}

}
