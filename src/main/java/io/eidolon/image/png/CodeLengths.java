package io.eidolon.image.png;

import java.util.Arrays;

/**
 * The head of a dynamic block (RFC 1951, 3.2.7): the lengths of its two codes as a
 * sequence of symbols, which have a code themselves. The distance code has one symbol of
 * one bit.
 */
final class CodeLengths {

	private static final int REPEAT = 16;

	private static final int ZEROS = 17;

	private static final int MANY_ZEROS = 18;

	private static final int SYMBOLS = 19;

	private static final int MAX_BITS = 7;

	/** The order in which the lengths of this code itself are written. */
	private static final int[] ORDER = { 16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15 };

	private static final int[] EXTRA_BITS = new int[SYMBOLS];
	static {
		EXTRA_BITS[REPEAT] = 2;
		EXTRA_BITS[ZEROS] = 3;
		EXTRA_BITS[MANY_ZEROS] = 7;
	}

	private final int literals;

	private final int[] symbols;

	private final int[] extras;

	private int size;

	private final HuffmanCode code;

	private final int written;

	/** Describes the code of bytes and runs, of which the end symbol, 256, occurs. */
	CodeLengths(int[] literalLengths) {
		int used = literalLengths.length;
		while (literalLengths[used - 1] == 0) {
			used--;
		}
		this.literals = used;
		int[] lengths = Arrays.copyOf(literalLengths, used + 1);
		lengths[used] = 1; // the distance code
		this.symbols = new int[lengths.length];
		this.extras = new int[lengths.length];
		shorten(lengths);
		int[] counts = new int[SYMBOLS];
		for (int i = 0; i < this.size; i++) {
			counts[this.symbols[i]]++;
		}
		this.code = HuffmanCode.of(counts, MAX_BITS);
		int last = SYMBOLS;
		while (this.code.lengths()[ORDER[last - 1]] == 0) {
			last--;
		}
		this.written = Math.max(4, last);
	}

	private void shorten(int[] lengths) {
		int run;
		for (int i = 0; i < lengths.length; i += run) {
			run = 1;
			while (i + run < lengths.length && lengths[i + run] == lengths[i]) {
				run++;
			}
			if (lengths[i] == 0 && run >= 11) {
				run = Math.min(run, 138);
				add(MANY_ZEROS, run - 11);
			}
			else if (lengths[i] == 0 && run >= 3) {
				add(ZEROS, run - 3);
			}
			else if (i > 0 && lengths[i] == lengths[i - 1] && run >= 3) {
				run = Math.min(run, 6);
				add(REPEAT, run - 3);
			}
			else {
				run = 1;
				add(lengths[i], 0);
			}
		}
	}

	private void add(int symbol, int extra) {
		this.symbols[this.size] = symbol;
		this.extras[this.size++] = extra;
	}

	/** How many bits are written. */
	int bits() {
		int bits = 5 + 5 + 4 + 3 * this.written;
		for (int i = 0; i < this.size; i++) {
			bits += this.code.lengths()[this.symbols[i]] + EXTRA_BITS[this.symbols[i]];
		}
		return bits;
	}

	void writeTo(BitSink out) {
		out.put(this.literals - 257, 5);
		out.put(0, 5); // one distance
		out.put(this.written - 4, 4);
		for (int i = 0; i < this.written; i++) {
			out.put(this.code.lengths()[ORDER[i]], 3);
		}
		for (int i = 0; i < this.size; i++) {
			int symbol = this.symbols[i];
			out.put(this.code.codes()[symbol], this.code.lengths()[symbol]);
			out.put(this.extras[i], EXTRA_BITS[symbol]);
		}
	}

}
