package io.eidolon.image.jpeg;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** What stands before the scan of a file (T.81, B.2). */
final class JpegHeader {

	/** More than the longest header. */
	private static final int CAPACITY = 1024;

	private static final short START = (short) 0xffd8;

	/** JFIF 1.1, square pixels, no thumbnail. */
	private static final byte[] JFIF = { 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0 };

	private static final byte[] ALL_COEFFICIENTS = { 0, Block.SIZE - 1, 0 };

	private static final byte BITS = 8;

	private static final byte FULL_RESOLUTION = 0x11;

	private static final int AC = 0x10;

	/** Those of both tables do not depend on the picture. */
	private static final List<byte[]> CODES = List.of(codes(0, Tables.LUMINANCE), codes(1, Tables.CHROMINANCE));

	private final ByteBuffer bytes = ByteBuffer.allocate(CAPACITY);

	private JpegHeader() {
	}

	static byte[] of(int width, int height, int channels, int quality) {
		JpegHeader header = new JpegHeader();
		header.bytes.putShort(START);
		header.segment(0xe0, JFIF.length).put(JFIF);
		for (int i = 0; i < Math.min(channels, CODES.size()); i++) {
			header.quantisation(i, Tables.values()[i].steps(quality));
			header.bytes.put(CODES.get(i));
		}
		header.frame(width, height, channels);
		header.scan(channels);
		return header.written();
	}

	private static byte[] codes(int table, Tables tables) {
		JpegHeader part = new JpegHeader();
		part.huffman(table, tables.dc());
		part.huffman(AC | table, tables.ac());
		return part.written();
	}

	/** Begins a segment of so many bytes. */
	private ByteBuffer segment(int marker, int length) {
		return this.bytes.put((byte) 0xff).put((byte) marker).putShort((short) (Short.BYTES + length));
	}

	private void quantisation(int table, int[] steps) {
		segment(0xdb, 1 + Block.SIZE).put((byte) table);
		for (int place : Block.ZIG_ZAG) {
			this.bytes.put((byte) steps[place]);
		}
	}

	private void huffman(int table, EntropyCode code) {
		segment(0xc4, 1 + code.counts().length + code.symbols().length).put((byte) table);
		for (short count : code.counts()) {
			this.bytes.put((byte) count);
		}
		for (short symbol : code.symbols()) {
			this.bytes.put((byte) symbol);
		}
	}

	private void frame(int width, int height, int channels) {
		segment(0xc0, 6 + 3 * channels).put(BITS).putShort((short) height).putShort((short) width).put((byte) channels);
		for (int i = 0; i < channels; i++) {
			this.bytes.put((byte) (i + 1)).put(FULL_RESOLUTION).put(table(i));
		}
	}

	private void scan(int channels) {
		segment(0xda, 1 + 2 * channels + ALL_COEFFICIENTS.length).put((byte) channels);
		for (int i = 0; i < channels; i++) {
			this.bytes.put((byte) (i + 1)).put((byte) (table(i) << 4 | table(i)));
		}
		this.bytes.put(ALL_COEFFICIENTS);
	}

	/** Both channels of colour share one. */
	private static byte table(int channel) {
		return (byte) Math.min(channel, 1);
	}

	private byte[] written() {
		return Arrays.copyOf(this.bytes.array(), this.bytes.position());
	}

}
