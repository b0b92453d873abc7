package io.eidolon.image.png;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Collects the chunks of a PNG file, each with its length and its CRC. */
final class PngChunks {

	private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

	private static final byte[] NO_DATA = {};

	private static final String XMP = "XML:com.adobe.xmp";

	/** The length, the type and the CRC, which are 4 bytes each. */
	private static final int FRAME = 12;

	private final List<Chunk> chunks = new ArrayList<>();

	/** Appends a chunk. */
	void add(String type, byte[] data) {
		this.chunks.add(new Chunk(type.getBytes(StandardCharsets.ISO_8859_1), data));
	}

	/**
	 * Appends texts by keyword: {@code tEXt} where Latin-1 will do, {@code iTXt}
	 * elsewhere.
	 */
	void addTexts(Map<String, String> texts) {
		texts.forEach((keyword, text) -> {
			if (text.chars().allMatch(PngChunks::isLatin1)) {
				add("tEXt", (keyword + '\0' + text).getBytes(StandardCharsets.ISO_8859_1));
			}
			else {
				add("iTXt", internationalText(keyword, text.getBytes(StandardCharsets.UTF_8)));
			}
		});
	}

	/** Appends an XMP packet, unless it is empty. */
	void addXmp(byte[] packet) {
		if (packet.length > 0) {
			add("iTXt", internationalText(XMP, packet));
		}
	}

	/** Appends the last chunk and returns the file. */
	byte[] end() {
		add("IEND", NO_DATA);
		int size = SIGNATURE.length;
		for (Chunk chunk : this.chunks) {
			size = Math.addExact(size, FRAME + chunk.data().length);
		}
		ByteBuffer file = ByteBuffer.allocate(size).put(SIGNATURE);
		for (Chunk chunk : this.chunks) {
			file.putInt(chunk.data().length);
			int start = file.position();
			file.put(chunk.type()).put(chunk.data());
			CRC32 crc = new CRC32();
			crc.update(file.array(), start, file.position() - start);
			file.putInt((int) crc.getValue());
		}
		return file.array();
	}

	// Not compressed, and no language or translated keyword: the keyword's own NUL and
	// four zeros.
	private static byte[] internationalText(String keyword, byte[] text) {
		byte[] head = keyword.getBytes(StandardCharsets.ISO_8859_1);
		return ByteBuffer.allocate(head.length + 5 + text.length).put(head).put(head.length + 5, text).array();
	}

	// The characters that a tEXt chunk may hold: printable ones and the line feed.
	private static boolean isLatin1(int c) {
		return c == '\n' || (c >= ' ' && c <= '~') || (c >= 0xa0 && c <= 0xff);
	}

	private record Chunk(byte[] type, byte[] data) {
	}

}
