package io.eidolon.image;

import java.util.Optional;

/** Writes JPEG, through TurboJPEG where its library is installed. */
final class JpegEncoder {

	private static final Optional<TurboJpeg> TURBO = TurboJpeg.find();

	private JpegEncoder() {
	}

	static byte[] encode(Picture picture, byte[] xmp) {
		byte[] file = TURBO.map((turbo) -> turbo.encode(picture)).orElseGet(() -> ImageIoJpeg.encode(picture));
		return (xmp.length > 0) ? XmpPlacement.inJpeg(file, xmp) : file;
	}

}
