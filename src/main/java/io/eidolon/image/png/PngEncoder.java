package io.eidolon.image.png;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes PNG (PNG specification, third edition, which includes the animation chunks
 * {@code acTL}, {@code fcTL} and {@code fdAT}).
 */
public final class PngEncoder {

	private static final byte BIT_DEPTH = 8;

	private static final byte GREYSCALE = 0;

	private static final byte TRUECOLOUR = 2;

	private static final short MILLISECONDS = 1000;

	private PngEncoder() {
	}

	/**
	 * Encodes a picture.
	 * @param texts the texts that the file carries, by keyword
	 * @param xmp its XMP packet, empty for none
	 */
	public static byte[] still(PngPixels picture, Map<String, String> texts, byte[] xmp) {
		PngChunks png = new PngChunks();
		png.add("IHDR", header(picture));
		png.addTexts(texts);
		png.addXmp(xmp);
		png.add("IDAT", PngCompression.compress(picture));
		return png.end();
	}

	/**
	 * Encodes an animation. Its first frame is the picture that readers without animation
	 * show.
	 * @param frames at least one, all of one shape
	 * @param millis how long each frame is shown
	 * @param loop whether to go on for ever
	 * @param texts the texts that the file carries, by keyword
	 * @param xmp its XMP packet, empty for none
	 * @param parts runs what takes a while for each frame
	 */
	public static byte[] animation(List<PngPixels> frames, int millis, boolean loop, Map<String, String> texts,
			byte[] xmp, Function<Supplier<byte[]>, byte[]> parts) {
		PngChunks png = new PngChunks();
		png.add("IHDR", header(frames.getFirst()));
		png.add("acTL", animationControl(frames.size(), loop));
		png.addTexts(texts);
		png.addXmp(xmp);
		int sequence = 0;
		for (PngPixels frame : frames) {
			png.add("fcTL", frameControl(sequence++, frame, millis));
			byte[] data = parts.apply(() -> PngCompression.compress(frame));
			if (sequence == 1) {
				png.add("IDAT", data);
			}
			else {
				png.add("fdAT", ByteBuffer.allocate(Integer.BYTES + data.length).putInt(sequence++).put(data).array());
			}
		}
		return png.end();
	}

	private static byte[] header(PngPixels picture) {
		return ByteBuffer.allocate(13)
			.putInt(picture.width())
			.putInt(picture.height())
			.put(BIT_DEPTH)
			.put((picture.channels() == 1) ? GREYSCALE : TRUECOLOUR)
			.array(); // deflate, adaptive filters, not interlaced: three zeros
	}

	private static byte[] animationControl(int frames, boolean loop) {
		int plays = loop ? 0 : 1; // 0 is for ever
		return ByteBuffer.allocate(8).putInt(frames).putInt(plays).array();
	}

	private static byte[] frameControl(int sequence, PngPixels frame, int millis) {
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
