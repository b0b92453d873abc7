package io.eidolon.image;

import java.util.Optional;

import io.eidolon.image.jpeg.JpegWriter;

/**
 * Writes JPEG, through TurboJPEG where its library is installed, else by our own code.
 */
final class JpegEncoder {

	/** The usual quality, of 100. */
	static final int QUALITY = 90;

	private static final Optional<TurboJpeg> TURBO = TurboJpeg.find();

	private JpegEncoder() {
	}

	static byte[] encode(Picture picture, int quality, byte[] xmp) {
		byte[] file = TURBO.map((turbo) -> turbo.encode(picture, quality)).orElseGet(() -> plain(picture, quality));
		return (xmp.length > 0) ? XmpPlacement.inJpeg(file, xmp) : file;
	}

	/** Encodes without a library. */
	static byte[] plain(Picture picture, int quality) {
		return JpegWriter.encode(picture.width(), picture.height(), picture.channels(), picture.samples(), quality);
	}

}
