package io.eidolon.image.png;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Collects bits, the lowest of each byte first, as deflate has them (RFC 1951, 3.1.1).
 */
final class BitSink {

	private static final int LENGTH_BITS = 5;

	private static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private byte[] bytes = {};

	private int size;

	/** The bits of the byte that was begun. */
	private long bits;

	private int waiting;

	/** Packs bits above their number, which is up to 27. */
	static int word(int bits, int length) {
		return bits << LENGTH_BITS | length;
	}

	/** The number of bits in a word. */
	static int length(int word) {
		return word & LENGTH_MASK;
	}

	private static long bits(int word) {
		return word >>> LENGTH_BITS;
	}

	/** Makes room for the next bits, which the methods below take without a look. */
	void reserve(long count) {
		int needed = Math.toIntExact(this.size + Math.ceilDiv(this.waiting + count, Byte.SIZE) + Long.BYTES);
		if (needed > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(needed, this.bytes.length + this.bytes.length / 2));
		}
	}

	/**
	 * Appends the low bits of a value whose other bits are zero.
	 * @param count how many, at most 32
	 */
	void put(int value, int count) {
		this.bits |= Integer.toUnsignedLong(value) << this.waiting;
		this.waiting += count;
		LONG.set(this.bytes, this.size, this.bits);
		this.size += this.waiting / Byte.SIZE;
		this.bits >>>= this.waiting & -Byte.SIZE;
		this.waiting &= Byte.SIZE - 1;
	}

	/**
	 * Appends the word of each token, as {@link #put} would, but three at once, without a
	 * branch, and with its state in registers.
	 * @param words by token, of up to 19 bits each
	 */
	void putAll(short[] tokens, int count, int[] words) {
		byte[] target = this.bytes;
		int position = this.size;
		long held = this.bits;
		int holding = this.waiting;
		int i = 0;
		for (; i < count - 2; i += 3) {
			int first = words[tokens[i]];
			int second = words[tokens[i + 1]];
			int third = words[tokens[i + 2]];
			held |= bits(first) << holding;
			holding += length(first);
			held |= bits(second) << holding;
			holding += length(second);
			held |= bits(third) << holding;
			holding += length(third);
			LONG.set(target, position, held);
			position += holding / Byte.SIZE;
			held >>>= holding & -Byte.SIZE;
			holding &= Byte.SIZE - 1;
		}
		this.size = position;
		this.bits = held;
		this.waiting = holding;
		for (; i < count; i++) {
			put((int) bits(words[tokens[i]]), length(words[tokens[i]]));
		}
	}

	/** Fills the byte that was begun with zeros. */
	void align() {
		put(0, -this.waiting & Byte.SIZE - 1);
	}

	/** Appends whole bytes to bits that are aligned. */
	void put(byte[] source, int from, int count) {
		System.arraycopy(source, from, this.bytes, this.size, count);
		this.size += count;
	}

	/** The bytes so far, of bits that are aligned. */
	byte[] toByteArray() {
		return Arrays.copyOf(this.bytes, this.size);
	}

}
