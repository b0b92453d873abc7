package io.eidolon.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;

/**
 * Writes WebP, lossless unless a quality is asked for: lossy WebP halves the resolution
 * of colour, which shows in pictures as small as these, and lossless WebP is smaller than
 * PNG. Animations put the image chunk of each frame into the container of RFC 9649, 2.7.
 */
final class WebpEncoder {

	/** The most pixels that 14 bits can count. */
	static final int MAX_SIDE = 16_383;

	/**
	 * Several times as quick for photographs as the default method 4, for 2 % more bytes.
	 * Method 0 is quicker still, but misses the repetition of large enlarged pictures.
	 */
	private static final int METHOD = 1;

	private static final int DEFAULT_METHOD = 4;

	/** How hard to search for matches, between 0 and 1. */
	private static final float EFFORT = 0.25f;

	/** The bytes before the image chunk: RIFF, the file's size, WEBP. */
	private static final int FILE_HEADER = 12;

	private static final byte ANIMATION = 0b10;

	private static final byte XMP = 0b100;

	private static final byte DO_NOT_BLEND = 0b10;

	private WebpEncoder() {
	}

	static byte[] encode(Picture picture, byte[] xmp) {
		return withXmp(picture, still(picture), xmp);
	}

	/** Encodes a picture at a quality from 0 to 100. */
	static byte[] lossy(Picture picture, int quality, byte[] xmp) {
		return withXmp(picture, still(picture, CompressionType.Lossy, DEFAULT_METHOD, quality / 100f), xmp);
	}

	private static byte[] withXmp(Picture picture, byte[] still, byte[] xmp) {
		if (xmp.length == 0) {
			return still;
		}
		ByteArrayOutputStream body = extended(picture, XMP);
		body.write(still, FILE_HEADER, still.length - FILE_HEADER);
		body.writeBytes(chunk("XMP ", ByteBuffer.wrap(xmp)));
		return chunk("RIFF", ByteBuffer.wrap(body.toByteArray()));
	}

	private static byte[] still(Picture picture) {
		return still(picture, CompressionType.Lossless, METHOD, EFFORT);
	}

	private static byte[] still(Picture picture, CompressionType type, int method, float quality) {
		// Not looked up through ImageIO, whose registry sees what the class loader of the
		// first caller saw.
		ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
		WebPWriteParam settings = (WebPWriteParam) writer.getDefaultWriteParam();
		settings.setCompressionType(type);
		settings.setMethod(method);
		settings.setCompressionQuality(quality);
		IIOImage image = new IIOImage(ImageIoBridge.rgbImage(picture), null, null);
		return ImageIoBridge.write(writer, () -> writer.write(null, image, settings));
	}

	static byte[] encode(Animation animation, byte[] xmp, Parts parts) {
		ByteArrayOutputStream body = extended(animation.first(), (xmp.length > 0) ? ANIMATION | XMP : ANIMATION);
		int background = 0xffff_ffff;
		short plays = (short) (animation.loop() ? 0 : 1); // 0 is for ever
		body.writeBytes(chunk("ANIM", littleEndian(6).putInt(background).putShort(plays)));
		for (Picture frame : animation.frames()) {
			byte[] still = parts.run(() -> still(frame));
			body.writeBytes(chunk("ANMF", frame(frame, still, animation.frameMillis())));
		}
		if (xmp.length > 0) {
			body.writeBytes(chunk("XMP ", ByteBuffer.wrap(xmp)));
		}
		return chunk("RIFF", ByteBuffer.wrap(body.toByteArray()));
	}

	/** The start of a file that holds more than one picture. */
	private static ByteArrayOutputStream extended(Picture picture, int flags) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		body.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
		ByteBuffer extended = littleEndian(10).put((byte) flags).put(new byte[3]);
		putSides(extended, picture);
		body.writeBytes(chunk("VP8X", extended));
		return body;
	}

	private static ByteBuffer frame(Picture frame, byte[] still, int millis) {
		ByteBuffer data = littleEndian(16 + still.length - FILE_HEADER);
		put24(data, 0);
		put24(data, 0);
		putSides(data, frame);
		put24(data, millis);
		return data.put(DO_NOT_BLEND).put(still, FILE_HEADER, still.length - FILE_HEADER);
	}

	private static void putSides(ByteBuffer data, Picture picture) {
		put24(data, picture.width() - 1);
		put24(data, picture.height() - 1);
	}

	private static void put24(ByteBuffer data, int value) {
		data.putShort((short) value).put((byte) (value >> 16));
	}

	// Chunks of odd size are padded, which their size does not count.
	private static byte[] chunk(String name, ByteBuffer data) {
		int size = data.capacity();
		return littleEndian(8 + size + size % 2).put(name.getBytes(StandardCharsets.US_ASCII))
			.putInt(size)
			.put(data.array())
			.array();
	}

	private static ByteBuffer littleEndian(int size) {
		return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
	}

}
