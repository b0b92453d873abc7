package io.eidolon.image.jpeg;

import javax.imageio.plugins.jpeg.JPEGHuffmanTable;

/**
 * A prefix code (T.81, annex C). A word is up to 27 bits and, in the places below them,
 * how many they are.
 */
final class EntropyCode {

	private static final int LENGTH_BITS = 5;

	private static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;

	private static final int SYMBOLS = 256;

	private static final int ZEROS = 16;

	/** Values nearer to zero than this have their words made beforehand. */
	private static final int SMALL = 32;

	private final short[] counts;

	private final short[] symbols;

	private final int[] words = new int[SYMBOLS];

	private final int[] small = new int[ZEROS * 2 * SMALL]; // (zeros, SMALL + value)

	EntropyCode(JPEGHuffmanTable table) {
		this.counts = table.getLengths();
		this.symbols = table.getValues();
		int code = 0;
		int next = 0;
		for (int length = 1; length <= this.counts.length; length++) {
			for (int i = 0; i < this.counts[length - 1]; i++) {
				this.words[this.symbols[next++]] = code++ << LENGTH_BITS | length;
			}
			code <<= 1;
		}
		for (int i = 0; i < this.small.length; i++) {
			this.small[i] = computed(i / (2 * SMALL), i % (2 * SMALL) - SMALL);
		}
	}

	/** How many symbols have codes of 1, 2, ... 16 bits. */
	short[] counts() {
		return this.counts;
	}

	/** The symbols in the order of their codes. */
	short[] symbols() {
		return this.symbols;
	}

	/** The word of a symbol. */
	int word(int symbol) {
		return this.words[symbol];
	}

	/**
	 * The word of a value: the symbol of how many bits it has and how many zeros, up to
	 * 15, are before it, and those bits, which are one less for a negative one.
	 */
	int word(int zeros, int value) {
		int nearby = value + SMALL;
		return ((nearby & -2 * SMALL) == 0) ? this.small[zeros * 2 * SMALL + nearby] : computed(zeros, value);
	}

	private int computed(int zeros, int value) {
		int length = Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(value));
		return append(this.words[zeros << 4 | length], value + (value >> Integer.SIZE - 1), length);
	}

	/** A word with more bits, the lower ones of an int, behind its own. */
	static int append(int word, int bits, int length) {
		int code = code(word) << length | bits & (1 << length) - 1;
		return code << LENGTH_BITS | length(word) + length;
	}

	static int code(int word) {
		return word >>> LENGTH_BITS;
	}

	static int length(int word) {
		return word & LENGTH_MASK;
	}

}
