package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** The first picture of a file. Its size is known before it is decoded. */
sealed interface StoredPicture permits ImageIoPicture, GifPicture, WebpPicture {

	/** Of a progressive JPEG: the coefficients of up to four colours, two bytes each. */
	int COEFFICIENT_BYTES = 8;

	/** Of a JPEG, however small. */
	int MOST_SCANS = 64;

	/** Of the largest JPEG. A progressive one has about ten. */
	int USUAL_SCANS = 16;

	/** Pixels of a row. */
	int width();

	/** Pixels of a column. */
	int height();

	/** What the file says about its picture. */
	Embedded embedded();

	/**
	 * How many bytes are in memory at once for all pixels even if not all of them are
	 * wanted.
	 */
	default long heldBytes() {
		return 0;
	}

	/**
	 * Decodes it.
	 * @param every of so many columns and rows, the first is kept
	 * @param cancelled whether nobody waits for it any more; the reader then ends early
	 */
	BufferedImage decode(int every, BooleanSupplier cancelled) throws IOException;

	/**
	 * Reads the header of a file.
	 * @param mostPixels that it may have
	 * @throws UnreadablePictureException when it is no picture
	 */
	static StoredPicture of(PictureFormat format, byte[] file, long mostPixels) throws IOException {
		return switch (format) {
			case GIF -> GifBlocks.picture(file);
			case WEBP -> WebpContainer.of(file).picture();
			case PNG -> ImageIoPicture.of(format, file, PngChunkReader.embedded(file), 0);
			case BMP -> ImageIoPicture.of(format, file, BmpHeader.embedded(file), 0);
			case JPEG -> jpeg(file, mostPixels);
		};
	}

	// Each scan costs as much as decoding the whole picture once.
	private static StoredPicture jpeg(byte[] file, long mostPixels) throws IOException {
		JpegSegments segments = JpegSegments.of(file);
		ImageIoPicture picture = ImageIoPicture.of(PictureFormat.JPEG, segments.plain(), segments.embedded(),
				segments.isHeldWhole() ? COEFFICIENT_BYTES : 0);
		double pixels = (double) segments.scans() * picture.width() * picture.height();
		if (segments.scans() > MOST_SCANS || pixels > (double) USUAL_SCANS * mostPixels) {
			throw new UnreadablePictureException(
					"the file is a JPEG of %s scans, too many for its size".formatted(segments.scans()));
		}
		return picture;
	}

}
