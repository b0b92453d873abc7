package io.eidolon.image;

import java.util.Optional;

/** Writes JPEG, through TurboJPEG where its library is installed. */
final class JpegEncoder {

	/** The usual quality, of 100. */
	static final int QUALITY = 90;

	private static final Optional<TurboJpeg> TURBO = TurboJpeg.find();

	private JpegEncoder() {
	}

	static byte[] encode(Picture picture, int quality, byte[] xmp) {
		byte[] file = TURBO.map((turbo) -> turbo.encode(picture, quality))
			.orElseGet(() -> ImageIoJpeg.encode(picture, quality));
		return (xmp.length > 0) ? XmpPlacement.inJpeg(file, xmp) : file;
	}

}
