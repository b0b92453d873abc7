package io.eidolon.image.png;

import java.util.zip.Adler32;

/**
 * Compresses into zlib's format (RFC 1950): deflate (RFC 1951) with Huffman codes made to
 * measure, but without a search for matches. Only runs of one byte are shortened. That is
 * many times as fast as the search, and as small where little else repeats.
 */
final class RunLengthDeflate {

	/** Deflate with a window of 32 KB, the lowest of four levels. */
	private static final int ZLIB_HEADER = 0x0178;

	/** What a stored block holds at most; codes adapt to each block anew. */
	private static final int BLOCK = 0xffff;

	private RunLengthDeflate() {
	}

	static byte[] compress(byte[] bytes) {
		BitSink out = new BitSink();
		out.reserve(Short.SIZE);
		out.put(ZLIB_HEADER, Short.SIZE);
		for (int from = 0; from < bytes.length; from += BLOCK) {
			int to = Math.min(bytes.length, from + BLOCK);
			new DeflateBlock(bytes, from, to).writeTo(out, to == bytes.length);
		}
		Adler32 checksum = new Adler32();
		checksum.update(bytes);
		out.align();
		out.reserve(Integer.SIZE);
		out.put(Integer.reverseBytes((int) checksum.getValue()), Integer.SIZE);
		return out.toByteArray();
	}

}
