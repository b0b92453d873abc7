package io.eidolon.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.Optional;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;

/**
 * The numbers of a tensor in a graph, which the format keeps either as raw little-endian
 * bytes or in a repeated field that depends on their type.
 */
public final class TensorData {

	/** More than any operator needs, and few enough to be shown. */
	private static final int MAX_AXES = 12;

	private TensorData() {
	}

	/**
	 * How many elements a tensor of this shape holds.
	 * @throws InvalidGraphException when an axis is negative or there are more than fit
	 * into memory
	 */
	public static long elements(String name, Collection<Long> shape) {
		if (shape.size() > MAX_AXES) {
			throw new InvalidGraphException("%s has %s axes; %s are the most".formatted(name, shape.size(), MAX_AXES));
		}
		long elements = 1;
		for (long axis : shape) {
			if (axis < 0) {
				throw new InvalidGraphException("%s has an axis of %s; 0 is the least".formatted(name, axis));
			}
			elements = (Math.multiplyHigh(elements, axis) == 0) ? elements * axis : -1;
			if (elements < 0 || elements > Integer.MAX_VALUE) {
				throw new InvalidGraphException(
						"%s has the shape %s; at most 2147483647 elements fit".formatted(name, shape));
			}
		}
		return elements;
	}

	/**
	 * How many bytes a tensor of this shape and type takes; types that are not known
	 * count as the widest.
	 * @throws InvalidGraphException as {@link #elements}
	 */
	public static long bytes(String name, Collection<Long> shape, DataType type) {
		int size = (type == DataType.UNDEFINED) ? Long.BYTES : elementSize(name, type.getNumber());
		return elements(name, shape) * size;
	}

	/**
	 * Holds a tensor's data against its shape and type.
	 * @throws InvalidGraphException when there is less or more of it, or when its type is
	 * not one of numbers
	 */
	public static void check(String name, TensorProto tensor) {
		if (tensor.hasSegment()) {
			throw new InvalidGraphException("%s keeps its data apart; it must be in the tensor".formatted(name));
		}
		long elements = elements(name, tensor.getDimsList());
		int size = elementSize(name, tensor.getDataType());
		Optional<StoredData> stored = StoredData.of(tensor);
		long found = stored.isPresent() ? stored.get().size()
				: tensor.hasRawData() ? tensor.getRawData().size() : (long) repeated(tensor) * size;
		if (found != elements * size) {
			throw new InvalidGraphException("%s has the shape %s, which needs %s bytes, but holds %s".formatted(name,
					tensor.getDimsList(), elements * size, found));
		}
	}

	/**
	 * The values of a tensor that was checked, in row-major order.
	 */
	public static double[] values(TensorProto tensor) {
		return hasBytes(tensor) ? raw(tensor) : fields(tensor);
	}

	/** The values of a tensor of floats or halves, each of which is a float. */
	public static float[] floats(TensorProto tensor) {
		if (hasBytes(tensor) && tensor.getDataType() == DataType.FLOAT_VALUE) {
			ByteBuffer bytes = bytes(tensor);
			float[] floats = new float[bytes.remaining() / Float.BYTES];
			bytes.asFloatBuffer().get(floats);
			return floats;
		}
		double[] values = values(tensor);
		float[] floats = new float[values.length];
		for (int i = 0; i < floats.length; i++) {
			floats[i] = (float) values[i];
		}
		return floats;
	}

	private static boolean hasBytes(TensorProto tensor) {
		return tensor.hasRawData() || StoredData.of(tensor).isPresent();
	}

	private static ByteBuffer bytes(TensorProto tensor) {
		return StoredData.of(tensor)
			.map(StoredData::read)
			.orElseGet(() -> tensor.getRawData().asReadOnlyByteBuffer())
			.order(ByteOrder.LITTLE_ENDIAN);
	}

	/** How many bytes an element of a type of numbers takes. */
	static int elementSize(String name, int type) {
		DataType known = DataType.forNumber(type);
		return switch (known) {
			case BOOL, INT8, UINT8 -> 1;
			case FLOAT16, BFLOAT16, INT16, UINT16 -> 2;
			case FLOAT, INT32, UINT32 -> 4;
			case DOUBLE, INT64, UINT64 -> 8;
			case null, default -> throw new InvalidGraphException("%s holds elements of the type %s; numbers are needed"
				.formatted(name, (known != null) ? known : type));
		};
	}

	private static int repeated(TensorProto tensor) {
		return switch (DataType.forNumber(tensor.getDataType())) {
			case FLOAT -> tensor.getFloatDataCount();
			case DOUBLE -> tensor.getDoubleDataCount();
			case INT64 -> tensor.getInt64DataCount();
			case UINT32, UINT64 -> tensor.getUint64DataCount();
			default -> tensor.getInt32DataCount();
		};
	}

	private static double[] raw(TensorProto tensor) {
		ByteBuffer bytes = bytes(tensor);
		DataType type = DataType.forNumber(tensor.getDataType());
		double[] values = new double[bytes.remaining() / elementSize(tensor.getName(), tensor.getDataType())];
		for (int i = 0; i < values.length; i++) {
			values[i] = switch (type) {
				case BOOL, UINT8 -> bytes.get() & 0xFF;
				case INT8 -> bytes.get();
				case INT16 -> bytes.getShort();
				case UINT16 -> bytes.getShort() & 0xFFFF;
				case FLOAT16 -> Float.float16ToFloat(bytes.getShort());
				case BFLOAT16 -> Float.intBitsToFloat(bytes.getShort() << 16);
				case FLOAT -> bytes.getFloat();
				case INT32 -> bytes.getInt();
				case UINT32 -> bytes.getInt() & 0xFFFF_FFFFL;
				case DOUBLE -> bytes.getDouble();
				default -> bytes.getLong();
			};
		}
		return values;
	}

	private static double[] fields(TensorProto tensor) {
		return switch (DataType.forNumber(tensor.getDataType())) {
			case FLOAT -> tensor.getFloatDataList().stream().mapToDouble(Float::doubleValue).toArray();
			case DOUBLE -> tensor.getDoubleDataList().stream().mapToDouble(Double::doubleValue).toArray();
			case INT64 -> tensor.getInt64DataList().stream().mapToDouble(Long::doubleValue).toArray();
			case UINT32, UINT64 -> tensor.getUint64DataList().stream().mapToDouble(Long::doubleValue).toArray();
			case FLOAT16 -> tensor.getInt32DataList()
				.stream()
				.mapToDouble((bits) -> Float.float16ToFloat(bits.shortValue()))
				.toArray();
			case BFLOAT16 ->
				tensor.getInt32DataList().stream().mapToDouble((bits) -> Float.intBitsToFloat(bits << 16)).toArray();
			default -> tensor.getInt32DataList().stream().mapToDouble(Integer::doubleValue).toArray();
		};
	}

}
