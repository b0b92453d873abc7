package io.eidolon.web.oip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.eidolon.serving.InvalidParameterException;

/**
 * A tensor.
 *
 * @param name what the model calls it
 * @param datatype of its elements
 * @param shape its first dimension counts rows
 * @param data its elements row by row, little endian
 */
record WireTensor(String name, Datatype datatype, List<Long> shape, byte[] data) {

	/** A tensor of bytes, (rows, ...shape). */
	static WireTensor ofBytes(String name, List<byte[]> rows, Long... shape) {
		ByteBuffer data = ByteBuffer.allocate(rows.stream().mapToInt((row) -> row.length).sum());
		rows.forEach(data::put);
		return new WireTensor(name, Datatype.UINT8, shape(rows.size(), shape), data.array());
	}

	/** A tensor of vectors, (rows, length). */
	static WireTensor ofVectors(String name, List<float[]> rows) {
		int length = rows.getFirst().length;
		ByteBuffer data = buffer(new byte[rows.size() * length * Float.BYTES]);
		rows.forEach((row) -> {
			for (float element : row) {
				data.putFloat(element);
			}
		});
		return new WireTensor(name, Datatype.FP32, shape(rows.size(), (long) length), data.array());
	}

	/**
	 * Reads the elements of JSON, flat or as lists of lists.
	 * @throws InvalidParameterException when they are not of the type
	 */
	static WireTensor ofJson(String name, Datatype datatype, List<Long> shape, List<?> data) {
		List<Object> elements = flat(data).toList();
		ByteBuffer written = buffer(new byte[elements.stream().mapToInt(datatype::size).sum()]);
		elements.forEach((element) -> datatype.write(name, element, written));
		return new WireTensor(name, datatype, shape, written.array());
	}

	private static Stream<Object> flat(List<?> data) {
		return data.stream().flatMap((item) -> (item instanceof List<?> list) ? flat(list) : Stream.of(item));
	}

	private static List<Long> shape(int rows, Long... shape) {
		return Stream.concat(Stream.of((long) rows), Stream.of(shape)).toList();
	}

	/** How many rows it has. */
	int rows() {
		return Math.toIntExact(this.shape.getFirst());
	}

	/** The elements as JSON has them, flat. */
	List<Object> elements() {
		ByteBuffer from = buffer(this.data);
		List<Object> elements = new ArrayList<>();
		while (from.hasRemaining()) {
			elements.add(this.datatype.read(from));
		}
		return elements;
	}

	/** The bytes of each row. */
	List<byte[]> rowsOfBytes() {
		int length = this.data.length / rows();
		ByteBuffer from = buffer(this.data);
		return Stream.generate(() -> {
			byte[] row = new byte[length];
			from.get(row);
			return row;
		}).limit(rows()).toList();
	}

	/** The numbers of each row. */
	List<float[]> vectors() {
		return rowsOfBytes().stream().map((row) -> {
			float[] vector = new float[row.length / Float.BYTES];
			buffer(row).asFloatBuffer().get(vector);
			return vector;
		}).toList();
	}

	static ByteBuffer buffer(byte[] bytes) {
		return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

}
