package io.eidolon.image.png;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells by samples whether bytes repeat themselves at a distance, as tiles, patterns and
 * enlargements do: a search for matches is worth its time there, and not elsewhere.
 */
final class Repetition {

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

	/**
	 * Of each so many bytes, the first windows are looked up; not the width of a picture.
	 */
	private static final int PART = 15 * 16;

	/**
	 * Windows are kept at each so many bytes, so that of as many in a row, one is kept.
	 */
	private static final int SPACING = 16;

	private static final int TABLE_BITS = 10;

	/** 2^64 divided by the golden ratio, which spreads windows over the table. */
	private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;

	private Repetition() {
	}

	/** Whether half of the bytes that are not flat, or more, were seen before. */
	static boolean in(byte[] bytes) {
		long[] windows = new long[1 << TABLE_BITS];
		int textured = 0;
		int seen = 0;
		for (int start = 0; start + PART + Long.BYTES <= bytes.length; start += PART) {
			boolean texture = false;
			boolean match = false;
			for (int i = start; i < start + SPACING; i++) {
				long window = (long) LONG.get(bytes, i);
				if (!isFlat(window)) {
					texture = true;
					match |= window == windows[slot(window)];
				}
			}
			textured += texture ? 1 : 0;
			seen += match ? 1 : 0;
			for (int i = start; i < start + PART; i += SPACING) {
				long window = (long) LONG.get(bytes, i);
				windows[slot(window)] = window;
			}
		}
		return 2 * seen > textured;
	}

	private static int slot(long window) {
		return (int) (window * SPREAD >>> Long.SIZE - TABLE_BITS);
	}

	// Pixels of one colour, grey or not, are short without a search.
	private static boolean isFlat(long window) {
		return (window ^ window >>> 3 * Byte.SIZE) << 3 * Byte.SIZE == 0;
	}

}
