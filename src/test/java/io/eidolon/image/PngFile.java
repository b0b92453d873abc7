package io.eidolon.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

import static org.assertj.core.api.Assertions.assertThat;

/** The chunks of a PNG file, their CRCs checked. */
record PngFile(List<Chunk> chunks) {

	private static final long SIGNATURE = 0x8950_4e47_0d0a_1a0aL;

	record Chunk(String type, byte[] data) {

		ByteBuffer buffer() {
			return ByteBuffer.wrap(data());
		}

	}

	static PngFile parse(byte[] file) {
		ByteBuffer in = ByteBuffer.wrap(file);
		assertThat(in.getLong()).isEqualTo(SIGNATURE);
		List<Chunk> chunks = new ArrayList<>();
		while (in.hasRemaining()) {
			int length = in.getInt();
			CRC32 crc = new CRC32();
			crc.update(in.slice(in.position(), 4 + length));
			byte[] type = new byte[4];
			byte[] data = new byte[length];
			in.get(type).get(data);
			assertThat(Integer.toUnsignedLong(in.getInt())).isEqualTo(crc.getValue());
			chunks.add(new Chunk(new String(type, StandardCharsets.US_ASCII), data));
		}
		return new PngFile(chunks);
	}

	/** The bytes of a file with these chunks. */
	byte[] bytes() {
		int size = Long.BYTES + this.chunks.stream().mapToInt((chunk) -> 12 + chunk.data().length).sum();
		ByteBuffer file = ByteBuffer.allocate(size).putLong(SIGNATURE);
		for (Chunk chunk : this.chunks) {
			CRC32 crc = new CRC32();
			crc.update(chunk.type().getBytes(StandardCharsets.US_ASCII));
			crc.update(chunk.data());
			file.putInt(chunk.data().length)
				.put(chunk.type().getBytes(StandardCharsets.US_ASCII))
				.put(chunk.data())
				.putInt((int) crc.getValue());
		}
		return file.array();
	}

	List<String> types() {
		return chunks().stream().map(Chunk::type).toList();
	}

	List<Chunk> all(String type) {
		return chunks().stream().filter((chunk) -> chunk.type().equals(type)).toList();
	}

}
