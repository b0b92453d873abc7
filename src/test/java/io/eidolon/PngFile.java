package io.eidolon;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Pictures as they are sent. */
final class PngFile {

	private PngFile() {
	}

	static byte[] bytes(BufferedImage picture) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try {
			ImageIO.write(picture, "png", file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toByteArray();
	}

	static String base64(BufferedImage picture) {
		return Base64.getEncoder().encodeToString(bytes(picture));
	}

}
