package io.eidolon.image.png;

import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Compresses the rows of a PNG. The differences of neighbours, with a code made to
 * measure, do best for photographs. Flat, enlarged or cartoon pictures, which come out
 * very small so or repeat themselves, may be smaller still as plain rows with a search
 * for matches.
 */
final class PngCompression {

	/** Photographs seldom shrink to this part of their samples. */
	private static final int FLAT = 4;

	/** Lazy matching begins here, which enlarged pictures gain most from. */
	private static final int MATCHING_LEVEL = 4;

	private PngCompression() {
	}

	static byte[] compress(PngPixels picture) {
		byte[] coded = RunLengthDeflate.compress(PngFilter.differences(picture));
		if (coded.length > picture.samples().length / FLAT && !Repetition.in(picture.samples())) {
			return coded;
		}
		byte[] matched = new byte[coded.length];
		int length = deflate(PngFilter.none(picture), matched);
		return (length < coded.length) ? Arrays.copyOf(matched, length) : coded;
	}

	/** Compresses as far as there is room, and returns how much was written. */
	private static int deflate(byte[] rows, byte[] out) {
		try (Deflater deflater = new Deflater(MATCHING_LEVEL)) {
			deflater.setInput(rows);
			deflater.finish();
			return deflater.deflate(out);
		}
	}

}
