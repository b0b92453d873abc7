package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** The first picture of a file. Its size is known before it is decoded. */
sealed interface StoredPicture permits ImageIoPicture, GifPicture, WebpPicture {

	/** Pixels of a row. */
	int width();

	/** Pixels of a column. */
	int height();

	/** Whether all pixels are in memory at once even if not all of them are wanted. */
	default boolean isDecodedWhole() {
		return false;
	}

	/**
	 * Decodes it.
	 * @param every of so many columns and rows, the first is kept
	 */
	BufferedImage decode(int every) throws IOException;

	/**
	 * Reads the header of a file.
	 * @throws UnreadablePictureException when it is no picture
	 */
	static StoredPicture of(PictureFormat format, byte[] file) throws IOException {
		return switch (format) {
			case GIF -> GifPicture.of(file);
			case WEBP -> WebpPicture.of(file);
			case PNG, BMP -> ImageIoPicture.of(format, file);
			case JPEG -> {
				JpegScans.check(file);
				yield ImageIoPicture.of(format, file);
			}
		};
	}

}
