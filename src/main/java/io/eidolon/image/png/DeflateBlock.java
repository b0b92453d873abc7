package io.eidolon.image.png;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A block of deflate (RFC 1951, 3.2): tokens, which are bytes and runs that repeat the
 * byte before them, with a code made to measure, or the bytes as they are where no code
 * is shorter.
 */
final class DeflateBlock {

	private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());

	private static final int MIN_RUN = 3;

	private static final int MAX_RUN = 258;

	/** The token and symbol after those of the 256 bytes; the ones of runs follow it. */
	private static final int END = 256;

	private static final int FIRST_RUN = END + 1;

	private static final int LAST_RUN = FIRST_RUN + MAX_RUN - MIN_RUN;

	private static final int SYMBOLS = 286;

	/**
	 * Less than the 15 allowed, so that three tokens of up to 19 bits fit into a long.
	 */
	private static final int MAX_BITS = 13;

	/** A run is a match at distance 1, whose code is a single zero. */
	private static final int DISTANCE_BITS = 1;

	private static final int HEADER_BITS = 3;

	private static final int LAST = 0b001;

	private static final int STORED = 0b000;

	private static final int DYNAMIC = 0b100;

	/** What a stored block takes beside its bytes, at most. */
	private static final int STORED_BITS = HEADER_BITS + Byte.SIZE - 1 + 2 * Short.SIZE;

	private final byte[] bytes;

	private final int from;

	private final int to;

	private final short[] tokens;

	private final int size;

	private final int[] counts = new int[LAST_RUN + 1];

	/** Reads the bytes of a range, at most 65,535 of them. */
	DeflateBlock(byte[] bytes, int from, int to) {
		this.bytes = bytes;
		this.from = from;
		this.to = to;
		this.tokens = new short[to - from + 1];
		this.size = tokenise();
		for (int i = 0; i < this.size; i++) {
			this.counts[this.tokens[i]]++;
		}
	}

	private int tokenise() {
		int count = 0;
		int i = this.from;
		while (i < this.to) {
			this.tokens[count++] = (short) (this.bytes[i++] & 0xff);
			if (i + MIN_RUN <= this.to && fourAreEqual(i - 1)) {
				int start = i;
				int end = Math.min(this.to, start + MAX_RUN);
				i += MIN_RUN;
				while (i < end && this.bytes[i] == this.bytes[start]) {
					i++;
				}
				this.tokens[count++] = (short) (FIRST_RUN + i - start - MIN_RUN);
			}
		}
		this.tokens[count++] = END;
		return count;
	}

	// One branch, and one that is seldom taken, in place of three.
	private boolean fourAreEqual(int index) {
		int four = (int) INT.get(this.bytes, index);
		return four == Integer.rotateLeft(four, Byte.SIZE);
	}

	/** Appends the block. */
	void writeTo(BitSink out, boolean last) {
		HuffmanCode code = HuffmanCode.of(symbolCounts(), MAX_BITS);
		CodeLengths lengths = new CodeLengths(code.lengths());
		int[] words = new int[this.counts.length];
		long bits = HEADER_BITS + lengths.bits();
		for (int token = 0; token < words.length; token++) {
			if (this.counts[token] > 0) {
				words[token] = word(token, code);
				bits += (long) this.counts[token] * BitSink.length(words[token]);
			}
		}
		if (bits > STORED_BITS + (this.to - this.from) * (long) Byte.SIZE) {
			store(out, last);
		}
		else {
			out.reserve(bits);
			out.put(DYNAMIC | (last ? LAST : 0), HEADER_BITS);
			lengths.writeTo(out);
			out.putAll(this.tokens, this.size, words);
		}
	}

	private void store(BitSink out, boolean last) {
		int length = this.to - this.from;
		out.reserve(STORED_BITS + (long) length * Byte.SIZE);
		out.put(STORED | (last ? LAST : 0), HEADER_BITS);
		out.align();
		out.put(length, Short.SIZE);
		out.put(~length & 0xffff, Short.SIZE);
		out.put(this.bytes, this.from, length);
	}

	private int[] symbolCounts() {
		int[] occurrences = new int[SYMBOLS];
		for (int token = 0; token < this.counts.length; token++) {
			if (this.counts[token] > 0) {
				occurrences[symbol(token)] += this.counts[token];
			}
		}
		return occurrences;
	}

	/** The bits of a token: the code of its symbol, extra bits, and the distance. */
	private static int word(int token, HuffmanCode code) {
		int symbol = symbol(token);
		int bits = code.codes()[symbol];
		int length = code.lengths()[symbol];
		if (token >= FIRST_RUN) {
			int extraBits = extraBits(token);
			bits |= (token - FIRST_RUN & (1 << extraBits) - 1) << length;
			length += extraBits + DISTANCE_BITS;
		}
		return BitSink.word(bits, length);
	}

	// Runs share a symbol by the three highest bits of their length (RFC 1951, 3.2.5),
	// but for the longest, which has one of its own.
	private static int symbol(int token) {
		if (token <= END) {
			return token;
		}
		if (token == LAST_RUN) {
			return SYMBOLS - 1;
		}
		int extraBits = extraBits(token);
		return FIRST_RUN + 4 * extraBits + (token - FIRST_RUN >> extraBits);
	}

	private static int extraBits(int run) {
		int beyond = run - FIRST_RUN;
		return (beyond < 8 || run == LAST_RUN) ? 0 : Integer.SIZE - 3 - Integer.numberOfLeadingZeros(beyond);
	}

}
