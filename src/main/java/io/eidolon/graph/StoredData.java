package io.eidolon.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Optional;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import org.jspecify.annotations.Nullable;

/**
 * Where the data of a large tensor is. A graph in memory holds the place, in the fields
 * that the format has for it, and whoever needs numbers reads them: the weights of a
 * large generator need no memory while its graph is rewritten.
 *
 * @param file the file, whose links were followed and which may be read
 * @param offset the first of its bytes
 * @param size how many bytes
 */
public record StoredData(Path file, long offset, long size) {

	/** Smaller tensors are in memory: shapes and ranges are told from them. */
	static final int LEAST = 1 << 16;

	/** The place of a tensor's data, empty when the tensor holds it. */
	public static Optional<StoredData> of(TensorProto tensor) {
		if (tensor.getDataLocation() != DataLocation.EXTERNAL) {
			return Optional.empty();
		}
		return Optional.of(new StoredData(Path.of(entry(tensor, "location")), Long.parseLong(entry(tensor, "offset")),
				Long.parseLong(entry(tensor, "length"))));
	}

	/** The same tensor with its data here. */
	TensorProto on(TensorProto tensor) {
		return tensor.toBuilder()
			.clearRawData()
			.setDataLocation(DataLocation.EXTERNAL)
			.clearExternalData()
			.addExternalData(entry("location", this.file.toString()))
			.addExternalData(entry("offset", Long.toString(this.offset)))
			.addExternalData(entry("length", Long.toString(this.size)))
			.build();
	}

	/**
	 * Reads the data.
	 * @throws InvalidGraphException when it is no longer there
	 */
	ByteBuffer read() {
		ByteBuffer data = ByteBuffer.allocate(Math.toIntExact(this.size));
		try (FileChannel channel = FileChannel.open(this.file)) {
			while (data.hasRemaining() && channel.read(data, this.offset + data.position()) >= 0) {
				// Until all is there.
			}
		}
		catch (IOException ex) {
			throw changed(ex);
		}
		if (data.hasRemaining()) {
			throw changed(null);
		}
		return data.flip();
	}

	/**
	 * Copies the data.
	 * @throws InvalidGraphException when it is no longer there
	 * @throws IOException when it cannot be written
	 */
	public void writeTo(WritableByteChannel out) throws IOException {
		try (FileChannel channel = FileChannel.open(this.file)) {
			for (long done = 0; done < this.size;) {
				long copied = channel.transferTo(this.offset + done, this.size - done, out);
				if (copied <= 0) {
					throw changed(null);
				}
				done += copied;
			}
		}
	}

	private InvalidGraphException changed(@Nullable IOException cause) {
		return new InvalidGraphException(
				"%s was changed while it was opened".formatted(Quoted.of(String.valueOf(this.file.getFileName()))),
				cause);
	}

	private static String entry(TensorProto tensor, String key) {
		return tensor.getExternalDataList()
			.stream()
			.filter((entry) -> entry.getKey().equals(key))
			.map(StringStringEntryProto::getValue)
			.findFirst()
			.orElse("0");
	}

	private static StringStringEntryProto entry(String key, String value) {
		return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
	}

}
