package io.eidolon.graph.gradient;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.eidolon.graph.TensorData;

/**
 * A tensor outside of any runtime.
 *
 * @param type of its elements as the runtime is to see them
 * @param elements in row-major order
 * @param shape the size of each axis
 */
public record Values(DataType type, double[] elements, long... shape) {

	static Values of(double[] elements, long... shape) {
		return new Values(DataType.DOUBLE, elements, shape);
	}

	/** Numbers in 32 bits. */
	public static Values of(float[] elements, long... shape) {
		double[] doubles = new double[elements.length];
		Arrays.setAll(doubles, (i) -> elements[i]);
		return new Values(DataType.FLOAT, doubles, shape);
	}

	static Values of(TensorProto tensor) {
		return new Values(DataType.forNumber(tensor.getDataType()), TensorData.values(tensor),
				Tape.longs(tensor.getDimsList()));
	}

	static Values of(OnnxTensor tensor) {
		DataType type = switch (tensor.getInfo().type) {
			case FLOAT -> DataType.FLOAT;
			case DOUBLE -> DataType.DOUBLE;
			case BOOL -> DataType.BOOL;
			default -> DataType.INT64;
		};
		long[] shape = tensor.getInfo().getShape();
		double[] elements = new double[(int) tensor.getInfo().getNumElements()];
		switch (type) {
			case FLOAT -> {
				FloatBuffer buffer = tensor.getFloatBuffer();
				Arrays.setAll(elements, buffer::get);
			}
			case DOUBLE -> tensor.getDoubleBuffer().get(elements);
			case BOOL -> {
				ByteBuffer buffer = tensor.getByteBuffer();
				Arrays.setAll(elements, buffer::get);
			}
			default -> {
				LongBuffer buffer = tensor.getLongBuffer();
				Arrays.setAll(elements, buffer::get);
			}
		}
		return new Values(type, elements, shape);
	}

	Values as(DataType other) {
		return new Values(other, this.elements, this.shape);
	}

	/** Real numbers in doubles, others as they are. */
	Values widened() {
		return switch (this.type) {
			case FLOAT, FLOAT16, BFLOAT16 -> as(DataType.DOUBLE);
			default -> this;
		};
	}

	int size(int axis) {
		return (int) this.shape[axis];
	}

	OnnxTensor tensor(OrtEnvironment environment) throws OrtException {
		return switch (this.type) {
			case FLOAT -> {
				FloatBuffer buffer = FloatBuffer.allocate(this.elements.length);
				for (double element : this.elements) {
					buffer.put((float) element);
				}
				yield OnnxTensor.createTensor(environment, buffer.flip(), this.shape);
			}
			case DOUBLE -> OnnxTensor.createTensor(environment, DoubleBuffer.wrap(this.elements), this.shape);
			case BOOL -> {
				ByteBuffer buffer = ByteBuffer.allocateDirect(this.elements.length).order(ByteOrder.nativeOrder());
				for (double element : this.elements) {
					buffer.put((byte) element);
				}
				yield OnnxTensor.createTensor(environment, buffer.flip(), this.shape, OnnxJavaType.BOOL);
			}
			default -> OnnxTensor.createTensor(environment,
					LongBuffer.wrap(Arrays.stream(this.elements).mapToLong((element) -> (long) element).toArray()),
					this.shape);
		};
	}

}
