package io.eidolon.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A picture of a WebP as a file of its own.
 *
 * @param file the bytes of a file that holds nothing else
 * @param width pixels, as the picture's own header says
 * @param height pixels, as the picture's own header says
 * @param lossless whether it is coded without loss
 */
record WebpFrame(byte[] file, int width, int height, boolean lossless) {

	private static final int SIDE = 0x3fff;

	private static final int LOSSLESS_SIGNATURE = 0x2f;

	/** 0x9d, 0x01 and 0x2a (RFC 6386, 9.1). */
	private static final int LOSSY_START = 0x2a019d;

	/** Reads the header of a lossy picture (RFC 6386, 9.1). */
	static WebpFrame lossy(byte[] file, ByteBuffer chunk) {
		if ((chunk.getInt(2) >>> 8) != LOSSY_START) {
			throw UnreadablePictureException.broken(null);
		}
		return new WebpFrame(file, chunk.getShort(6) & SIDE, chunk.getShort(8) & SIDE, false);
	}

	/** Reads the header of a lossless picture (RFC 9649, 3.4). */
	static WebpFrame lossless(byte[] file, ByteBuffer chunk) {
		if (chunk.get(0) != LOSSLESS_SIGNATURE) {
			throw UnreadablePictureException.broken(null);
		}
		int sides = chunk.getInt(1);
		return new WebpFrame(file, (sides & SIDE) + 1, (sides >>> 14 & SIDE) + 1, true);
	}

	/**
	 * Returns a file with the chunks of a frame of an animation, which may be one for its
	 * transparency and one for its colours (RFC 9649, 2.7.1.1).
	 * @param chunks the chunks
	 */
	static byte[] still(ByteBuffer chunks, int width, int height) {
		int extended = 18;
		ByteBuffer file = ByteBuffer.allocate(WebpContainer.HEADER + extended + chunks.remaining())
			.order(ByteOrder.LITTLE_ENDIAN);
		file.putInt(WebpContainer.RIFF).putInt(file.capacity() - 8).putInt(WebpContainer.WEBP);
		int transparent = 0x10;
		file.putInt(WebpContainer.VP8X).putInt(10).putInt(transparent);
		put24(file, width - 1);
		put24(file, height - 1);
		return file.put(chunks.duplicate()).array();
	}

	private static void put24(ByteBuffer out, int value) {
		out.putShort((short) value).put((byte) (value >> 16));
	}

}
