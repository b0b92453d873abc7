package io.eidolon.image.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The blocks of a picture in their codes (T.81, F.1.2). */
final class Scan {

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

	/** More bytes than the codes of a block, and than are written at once. */
	private static final int LONGEST = 256;

	/** The symbol of 16 zeros. */
	private static final int ZEROS = 0xf0;

	/** The symbol of nothing but zeros from here on. */
	private static final int END_OF_BLOCK = 0;

	/** Of each byte in a long. */
	private static final long LOWEST_BITS = 0x0101_0101_0101_0101L;

	private static final long HIGHEST_BITS = LOWEST_BITS << Byte.SIZE - 1;

	/** Before one coefficient. */
	private static final int MOST_ZEROS = 15;

	/** Without the zeros that follow bytes of ones in a file. */
	private byte[] bytes;

	private int size;

	/** Bits of the byte that was begun, in the lowest places; those above are old. */
	private long held;

	private int holding;

	/**
	 * Begins a scan.
	 * @param expected about how many bytes it will have
	 */
	Scan(int expected) {
		this.bytes = new byte[expected + LONGEST];
	}

	/**
	 * Appends a block.
	 * @param levels its coefficients, counted in steps, row by row
	 * @param previous the first of the block before it of its kind, 0 for none
	 */
	void add(int[] levels, int previous, Tables tables) {
		if (this.bytes.length - this.size < LONGEST) {
			this.bytes = Arrays.copyOf(this.bytes, Math.addExact(this.bytes.length + LONGEST, this.bytes.length / 2));
		}
		put(tables.dc().word(0, levels[0] - previous));
		int last = last(levels);
		putAll(levels, present(levels, last), tables.ac());
		if (last < Block.SIZE - 1) {
			put(tables.ac().word(END_OF_BLOCK));
		}
	}

	/** The place in the order of the last coefficient that is not 0. */
	private static int last(int[] levels) {
		int last = 0;
		for (int i = 0; i < Block.SIZE; i++) {
			last = Math.max(last, (levels[i] | -levels[i]) >> Integer.SIZE - 1 & Block.PLACES[i]);
		}
		return last;
	}

	/**
	 * A bit for each place behind the first: whether its coefficient is not 0. That is
	 * found without a branch, as no processor could guess it.
	 */
	private static long present(int[] levels, int last) {
		long present = 0;
		for (int place = 1; place <= last; place++) {
			int level = levels[Block.ZIG_ZAG[place]];
			present |= (long) ((level | -level) >>> Integer.SIZE - 1) << place;
		}
		return present;
	}

	/** Appends coefficients as {@link #put} would, but with its state in registers. */
	private void putAll(int[] levels, long present, EntropyCode code) {
		byte[] target = this.bytes;
		int position = this.size;
		long bits = this.held;
		int waiting = this.holding;
		int before = 0;
		for (long left = present; left != 0; left &= left - 1) {
			int place = Long.numberOfTrailingZeros(left);
			int zeros = place - before - 1;
			before = place;
			int word = code.word(zeros & MOST_ZEROS, levels[Block.ZIG_ZAG[place]]);
			for (; zeros > MOST_ZEROS; zeros -= MOST_ZEROS + 1) {
				bits = bits << EntropyCode.length(code.word(ZEROS)) | EntropyCode.code(code.word(ZEROS));
				waiting += EntropyCode.length(code.word(ZEROS));
				LONG.set(target, position, bits << -waiting);
				position += waiting / Byte.SIZE;
				waiting &= Byte.SIZE - 1;
			}
			bits = bits << EntropyCode.length(word) | EntropyCode.code(word);
			waiting += EntropyCode.length(word);
			LONG.set(target, position, bits << -waiting);
			position += waiting / Byte.SIZE;
			waiting &= Byte.SIZE - 1;
		}
		this.size = position;
		this.held = bits;
		this.holding = waiting;
	}

	/**
	 * Appends the bits of a word: whole bytes stay, and what is left is written again.
	 */
	private void put(int word) {
		this.held = this.held << EntropyCode.length(word) | EntropyCode.code(word);
		this.holding += EntropyCode.length(word);
		LONG.set(this.bytes, this.size, this.held << -this.holding);
		this.size += this.holding / Byte.SIZE;
		this.holding &= Byte.SIZE - 1;
	}

	/**
	 * Returns the file. A byte of ones is followed by zeros, so that it does not look
	 * like a marker.
	 */
	byte[] end(byte[] header) {
		int restOfByte = Byte.SIZE - 1;
		put(EntropyCode.append(0, -1, restOfByte));
		byte[] file = Arrays.copyOf(header,
				Math.addExact(header.length + Long.BYTES, Math.multiplyExact(2, this.size)));
		int next = header.length;
		int from = 0;
		while (from < this.size) {
			long eight = (long) LONG.get(this.bytes, from);
			if ((~eight - LOWEST_BITS & eight & HIGHEST_BITS) == 0 && from + Long.BYTES <= this.size) {
				LONG.set(file, next, eight);
				from += Long.BYTES;
				next += Long.BYTES;
			}
			else {
				file[next] = this.bytes[from++];
				next += (file[next] == -1) ? 2 : 1;
			}
		}
		file[next] = (byte) 0xff;
		file[next + 1] = (byte) 0xd9;
		return Arrays.copyOf(file, next + 2);
	}

}
