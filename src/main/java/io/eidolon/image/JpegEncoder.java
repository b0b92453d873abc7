package io.eidolon.image;

import java.util.Optional;

import io.eidolon.image.jpeg.JpegWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes JPEG, through TurboJPEG where its library is installed, else by our own code.
 */
final class JpegEncoder {

	/** The usual quality, of 100. */
	static final int QUALITY = 90;

	private static final Logger logger = LoggerFactory.getLogger(JpegEncoder.class);

	private static final Optional<TurboJpeg> TURBO = find();

	private JpegEncoder() {
	}

	private static Optional<TurboJpeg> find() {
		Optional<TurboJpeg> library = TurboJpeg.find();
		if (library.isEmpty()) {
			logger.info("libturbojpeg is not installed: JPEG takes about twice as long without it");
		}
		return library;
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
