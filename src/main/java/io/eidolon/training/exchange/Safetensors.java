package io.eidolon.training.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

import io.eidolon.training.loop.TrainingException;
import io.eidolon.training.network.StoredTensor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The format of Hugging Face for weights: eight bytes that say how long the header is,
 * little endian, a header of JSON with type, shape and place of each tensor, and their
 * bytes.
 */
final class Safetensors {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String METADATA = "__metadata__";

	/** What the reference implementation allows. */
	private static final int MAX_HEADER = 100_000_000;

	private Safetensors() {
	}

	/**
	 * Reads all tensors of floats; others, such as counters, are passed over.
	 * @throws TrainingException when the file is not of this format
	 */
	static Map<String, StoredTensor> read(Path file) throws IOException {
		ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
		long length = (bytes.remaining() >= Long.BYTES) ? bytes.getLong() : -1;
		if (length < 2 || length > Math.min(MAX_HEADER, bytes.remaining())) {
			throw broken(file, "its header is cut off");
		}
		byte[] header = new byte[(int) length];
		bytes.get(header);
		ByteBuffer data = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
		Map<String, StoredTensor> tensors = new LinkedHashMap<>();
		for (Map.Entry<String, JsonNode> entry : header(file, header).properties()) {
			if (!entry.getKey().equals(METADATA)) {
				put(tensors, file, entry.getKey(), entry.getValue(), data);
			}
		}
		return tensors;
	}

	private static ObjectNode header(Path file, byte[] header) {
		try {
			if (JSON.readTree(header) instanceof ObjectNode object) {
				return object;
			}
		}
		catch (JacksonException ex) {
			throw broken(file, "its header is no JSON");
		}
		throw broken(file, "its header is no JSON object");
	}

	private static void put(Map<String, StoredTensor> tensors, Path file, String name, JsonNode entry,
			ByteBuffer data) {
		long[] shape = entry.path("shape").valueStream().mapToLong(JsonNode::asLong).toArray();
		long begin = entry.path("data_offsets").path(0).asLong(-1);
		long end = entry.path("data_offsets").path(1).asLong(-1);
		String type = entry.path("dtype").asString("");
		int size = switch (type) {
			case "F64" -> Double.BYTES;
			case "F32" -> Float.BYTES;
			case "F16", "BF16" -> Short.BYTES;
			default -> 0;
		};
		if (size == 0) {
			return;
		}
		long elements = elements(shape);
		if (elements < 0 || begin < 0 || end > data.capacity() || end - begin != elements * size) {
			throw broken(file, "the place of " + name + " is wrong");
		}
		float[] values = new float[(int) elements];
		for (int i = 0; i < values.length; i++) {
			int at = (int) begin + i * size;
			values[i] = switch (type) {
				case "F64" -> (float) data.getDouble(at);
				case "F32" -> data.getFloat(at);
				case "F16" -> Float.float16ToFloat(data.getShort(at));
				default -> Float.intBitsToFloat(data.getShort(at) << 16);
			};
		}
		tensors.put(name, new StoredTensor(shape, values));
	}

	/** How many there are, or -1 for more than a file can hold. */
	private static long elements(long[] shape) {
		long elements = 1;
		for (long size : shape) {
			elements = (size < 0 || size > Integer.MAX_VALUE) ? -1 : elements * size;
			if (elements < 0 || elements > Integer.MAX_VALUE) {
				return -1;
			}
		}
		return elements;
	}

	private static TrainingException broken(Path file, String reason) {
		return new TrainingException("%s is no file of safetensors: %s".formatted(file.toAbsolutePath(), reason));
	}

	/** Writes tensors in single precision. */
	static void write(Path file, Map<String, StoredTensor> tensors, String description) throws IOException {
		ObjectNode header = JSON.createObjectNode();
		header.putObject(METADATA).put("format", "pt").put("description", description);
		long offset = 0;
		for (Map.Entry<String, StoredTensor> tensor : tensors.entrySet()) {
			ObjectNode entry = header.putObject(tensor.getKey()).put("dtype", "F32");
			LongStream.of(tensor.getValue().shape()).forEach(entry.withArray("shape")::add);
			long end = offset + (long) Float.BYTES * tensor.getValue().values().length;
			entry.putArray("data_offsets").add(offset).add(end);
			offset = end;
		}
		byte[] json = JSON.writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
				StandardOpenOption.TRUNCATE_EXISTING)) {
			// Readers map the bytes of floats, which begin at a multiple of eight
			int padded = (json.length + 7) / 8 * 8;
			ByteBuffer start = little(Long.BYTES + padded).putLong(padded).put(json);
			while (start.hasRemaining()) {
				start.put((byte) ' ');
			}
			writeFully(channel, start.flip());
			for (StoredTensor tensor : tensors.values()) {
				ByteBuffer bytes = little(Float.BYTES * tensor.values().length);
				bytes.asFloatBuffer().put(tensor.values());
				writeFully(channel, bytes);
			}
		}
	}

	private static ByteBuffer little(int size) {
		return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
		while (bytes.hasRemaining()) {
			channel.write(bytes);
		}
	}

}
