package io.eidolon.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Puts XMP packets into files of writers that know none (XMP specification, part 3, 1.1).
 */
final class XmpPlacement {

	private static final byte[] JPEG_NAME = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] GIF_NAME = "XMP DataXMP".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] GIF_TRAILER = gifTrailer();

	private XmpPlacement() {
	}

	/** Adds a segment behind the one of JFIF, which must be the first. */
	static byte[] inJpeg(byte[] file, byte[] packet) {
		ByteBuffer jpeg = ByteBuffer.wrap(file);
		int start = 2;
		int jfif = 0xffe0;
		int at = (Short.toUnsignedInt(jpeg.getShort(start)) == jfif) ? start + 2 + jpeg.getShort(start + 2) : start;
		int length = 2 + JPEG_NAME.length + packet.length;
		return ByteBuffer.allocate(file.length + 2 + length)
			.put(file, 0, at)
			.putShort((short) 0xffe1)
			.putShort((short) length)
			.put(JPEG_NAME)
			.put(packet)
			.put(file, at, file.length - at)
			.array();
	}

	/**
	 * Adds an extension before the byte that ends the file: old readers want that of
	 * loops to be the first.
	 */
	static byte[] inGif(byte[] file, byte[] packet) {
		int end = file.length - 1;
		return ByteBuffer.allocate(file.length + 3 + GIF_NAME.length + packet.length + GIF_TRAILER.length)
			.put(file, 0, end)
			.put((byte) 0x21)
			.put((byte) 0xff)
			.put((byte) GIF_NAME.length)
			.put(GIF_NAME)
			.put(packet)
			.put(GIF_TRAILER)
			.put(file, end, 1)
			.array();
	}

	// The packet is not cut into blocks: readers that know no XMP take each of its bytes
	// that they come upon for a length, and wherever they come out of it, these lead them
	// to the same end.
	private static byte[] gifTrailer() {
		byte[] trailer = new byte[258];
		trailer[0] = 1;
		for (int i = 0; i <= 0xff; i++) {
			trailer[1 + i] = (byte) (0xff - i);
		}
		return trailer;
	}

}
