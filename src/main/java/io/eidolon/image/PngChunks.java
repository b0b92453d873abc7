package io.eidolon.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Collects the chunks of a PNG file, each with its length and its CRC. */
final class PngChunks {

	private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

	private static final byte[] NO_DATA = {};

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	PngChunks() {
		this.out.writeBytes(SIGNATURE);
	}

	/** Appends a chunk. */
	void add(String type, byte[] data) {
		byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
		CRC32 crc = new CRC32();
		crc.update(name);
		crc.update(data);
		this.out.writeBytes(bigEndian(data.length));
		this.out.writeBytes(name);
		this.out.writeBytes(data);
		this.out.writeBytes(bigEndian((int) crc.getValue()));
	}

	/**
	 * Appends the metadata: {@code tEXt} where Latin-1 will do, {@code iTXt} elsewhere.
	 */
	void addTexts(Metadata metadata) {
		metadata.entries().forEach((keyword, text) -> {
			if (text.chars().allMatch(PngChunks::isLatin1)) {
				add("tEXt", (keyword + '\0' + text).getBytes(StandardCharsets.ISO_8859_1));
			}
			else {
				add("iTXt", internationalText(keyword, text));
			}
		});
	}

	/** Appends the last chunk and returns the file. */
	byte[] end() {
		add("IEND", NO_DATA);
		return this.out.toByteArray();
	}

	// Not compressed, and no language or translated keyword: the keyword's own NUL and
	// four zeros.
	private static byte[] internationalText(String keyword, String text) {
		byte[] head = keyword.getBytes(StandardCharsets.ISO_8859_1);
		byte[] body = text.getBytes(StandardCharsets.UTF_8);
		return ByteBuffer.allocate(head.length + 5 + body.length).put(head).put(head.length + 5, body).array();
	}

	// The characters that a tEXt chunk may hold: printable ones and the line feed.
	private static boolean isLatin1(int c) {
		return c == '\n' || (c >= ' ' && c <= '~') || (c >= 0xa0 && c <= 0xff);
	}

	private static byte[] bigEndian(int value) {
		return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
	}

}
