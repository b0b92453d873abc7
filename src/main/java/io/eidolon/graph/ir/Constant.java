package io.eidolon.graph.ir;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.LongStream;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.UnsafeByteOperations;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.TensorData;

/**
 * Numbers that a graph holds, such as the weights of a layer. Their bytes are shared with
 * whatever they came from and never copied; numbers are read out of them when asked for.
 */
public final class Constant {

	private final TensorProto onnx;

	private Constant(TensorProto onnx) {
		this.onnx = onnx;
	}

	/** A tensor that was read. */
	public static Constant of(TensorProto onnx) {
		return new Constant(onnx);
	}

	/**
	 * Floats.
	 * @param values in row-major order
	 * @param shape the size of each axis, none for a scalar
	 */
	public static Constant floats(float[] values, long... shape) {
		ByteBuffer data = bytes(values.length * Float.BYTES);
		data.asFloatBuffer().put(values);
		return of(DataType.FLOAT, data, shape);
	}

	/** A vector of integers. */
	public static Constant integers(long... values) {
		ByteBuffer data = bytes(values.length * Long.BYTES);
		data.asLongBuffer().put(values);
		return of(DataType.INT64, data, values.length);
	}

	/** One integer, without axes. */
	public static Constant integer(long value) {
		return of(DataType.INT64, bytes(Long.BYTES).putLong(0, value));
	}

	/** A vector of integers of 32 bits. */
	public static Constant integers(int[] values) {
		ByteBuffer data = bytes(values.length * Integer.BYTES);
		data.asIntBuffer().put(values);
		return of(DataType.INT32, data, values.length);
	}

	/** Real numbers in doubles where the type is that, in floats otherwise. */
	public static Constant reals(DataType type, double[] values, long... shape) {
		if (type != DataType.DOUBLE) {
			float[] floats = new float[values.length];
			for (int i = 0; i < floats.length; i++) {
				floats[i] = (float) values[i];
			}
			return floats(floats, shape);
		}
		ByteBuffer data = bytes(values.length * Double.BYTES);
		data.asDoubleBuffer().put(values);
		return of(DataType.DOUBLE, data, shape);
	}

	/** Halves, rounded to the nearest, ties to even. */
	public static Constant halves(float[] values, List<Long> shape) {
		ByteBuffer data = bytes(values.length * Short.BYTES);
		for (float value : values) {
			data.putShort(Float.floatToFloat16(value));
		}
		return of(DataType.FLOAT16, data.flip(), longs(shape));
	}

	/** Integers of 8 bits. */
	public static Constant bytes(DataType type, byte[] values, long... shape) {
		return of(type, ByteBuffer.wrap(values), shape);
	}

	private static Constant of(DataType type, ByteBuffer data, long... shape) {
		return new Constant(TensorProto.newBuilder()
			.setDataType(type.getNumber())
			.addAllDims(LongStream.of(shape).boxed().toList())
			.setRawData(UnsafeByteOperations.unsafeWrap(data))
			.build());
	}

	/** The type of its elements. */
	public DataType type() {
		DataType type = DataType.forNumber(this.onnx.getDataType());
		return (type != null) ? type : DataType.UNDEFINED;
	}

	/** The size of each axis. */
	public List<Long> shape() {
		return this.onnx.getDimsList();
	}

	/** The size of an axis. */
	public int size(int axis) {
		return Math.toIntExact(this.onnx.getDims(axis));
	}

	/** How many axes it has. */
	public int rank() {
		return this.onnx.getDimsCount();
	}

	/** How many elements it has. */
	public long elements() {
		return TensorData.elements(this.onnx.getName(), this.onnx.getDimsList());
	}

	/** Whether it holds floats or halves, each of which is a float. */
	public boolean isFloats() {
		return type() == DataType.FLOAT || type() == DataType.FLOAT16;
	}

	/** Its elements in row-major order, whatever their type. */
	public double[] values() {
		return TensorData.values(this.onnx);
	}

	/** Its elements in row-major order. */
	public float[] floats() {
		return TensorData.floats(this.onnx);
	}

	/** What it declares of the value that holds it. */
	TensorType declared() {
		return new TensorType(type(), shape().stream().<Dimension>map(Dimension.Fixed::new).toList());
	}

	/** The tensor as a setting of an operator. */
	public Attribute attribute(String name) {
		return Attribute
			.of(AttributeProto.newBuilder().setName(name).setType(AttributeType.TENSOR).setT(this.onnx).build());
	}

	/** The tensor as protobuf, which shares its bytes. */
	public TensorProto onnx(String name) {
		return name.equals(this.onnx.getName()) ? this.onnx : this.onnx.toBuilder().setName(name).build();
	}

	private static long[] longs(List<Long> shape) {
		return shape.stream().mapToLong(Long::longValue).toArray();
	}

	private static ByteBuffer bytes(int size) {
		return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
	}

}
