package io.eidolon.training.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Reads the files of a tar archive from front to back: a header of 512 bytes, then the
 * content, filled up to 512 bytes again (POSIX.1-2017, pax, "ustar Interchange Format").
 * Long names and sparse files are not understood; who needs them sees another name.
 *
 * @param in the archive, unpacked
 */
record TarReader(InputStream in) {

	private static final int BLOCK = 512;

	/**
	 * Reads all files of some names.
	 * @throws IOException when the archive ends early
	 */
	void forEach(Predicate<String> wanted, BiConsumer<String, byte[]> action) throws IOException {
		for (byte[] header = block(); header.length > 0; header = block()) {
			String name = text(header, 0, 100);
			long size = name.isEmpty() ? 0 : octal(header);
			boolean file = header[156] == '0' || header[156] == 0;
			if (file && wanted.test(name)) {
				byte[] content = this.in.readNBytes(Math.toIntExact(size));
				if (content.length < size) {
					throw new EOFException("the archive ends within " + name);
				}
				action.accept(name, content);
				this.in.skipNBytes(Math.floorMod(-size, BLOCK));
			}
			else {
				this.in.skipNBytes(size + Math.floorMod(-size, BLOCK));
			}
		}
	}

	private byte[] block() throws IOException {
		byte[] block = this.in.readNBytes(BLOCK);
		if (block.length % BLOCK != 0) {
			throw new EOFException("the archive ends within a header");
		}
		return block;
	}

	private static long octal(byte[] header) throws IOException {
		String size = text(header, 124, 12).strip();
		try {
			return Long.parseUnsignedLong(size, 8);
		}
		catch (NumberFormatException ex) {
			throw new IOException("is no tar archive: a file has the size '%s'".formatted(size), ex);
		}
	}

	private static String text(byte[] header, int start, int length) {
		int end = start;
		while (end < start + length && header[end] != 0) {
			end++;
		}
		return new String(header, start, end - start, StandardCharsets.ISO_8859_1);
	}

}
