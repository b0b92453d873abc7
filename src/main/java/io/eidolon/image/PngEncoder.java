package io.eidolon.image;

import java.nio.ByteBuffer;

/**
 * Writes PNG (PNG specification, third edition, which includes the animation chunks
 * {@code acTL}, {@code fcTL} and {@code fdAT}).
 */
final class PngEncoder {

	private static final byte BIT_DEPTH = 8;

	private static final byte GREYSCALE = 0;

	private static final byte TRUECOLOUR = 2;

	private static final short MILLISECONDS = 1000;

	private PngEncoder() {
	}

	static byte[] encode(Picture picture, Metadata metadata) {
		PngChunks png = new PngChunks();
		png.add("IHDR", header(picture));
		png.addTexts(metadata);
		png.add("IDAT", PngCompression.compress(picture));
		return png.end();
	}

	/** The first frame is the picture that readers without animation show. */
	static byte[] encode(Animation animation, Metadata metadata) {
		PngChunks png = new PngChunks();
		png.add("IHDR", header(animation.first()));
		png.add("acTL", animationControl(animation));
		png.addTexts(metadata);
		int sequence = 0;
		for (Picture frame : animation.frames()) {
			png.add("fcTL", frameControl(sequence++, frame, animation.frameMillis()));
			byte[] data = PngCompression.compress(frame);
			if (sequence == 1) {
				png.add("IDAT", data);
			}
			else {
				png.add("fdAT", ByteBuffer.allocate(Integer.BYTES + data.length).putInt(sequence++).put(data).array());
			}
		}
		return png.end();
	}

	private static byte[] header(Picture picture) {
		return ByteBuffer.allocate(13)
			.putInt(picture.width())
			.putInt(picture.height())
			.put(BIT_DEPTH)
			.put((picture.channels() == 1) ? GREYSCALE : TRUECOLOUR)
			.array(); // deflate, adaptive filters, not interlaced: three zeros
	}

	private static byte[] animationControl(Animation animation) {
		int plays = animation.loop() ? 0 : 1; // 0 is for ever
		return ByteBuffer.allocate(8).putInt(animation.frames().size()).putInt(plays).array();
	}

	private static byte[] frameControl(int sequence, Picture frame, int millis) {
		return ByteBuffer.allocate(26)
			.putInt(sequence)
			.putInt(frame.width())
			.putInt(frame.height())
			.putInt(0)
			.putInt(0)
			.putShort((short) millis)
			.putShort(MILLISECONDS)
			.array(); // leave the frame standing, overwrite what was there: two zeros
	}

}
