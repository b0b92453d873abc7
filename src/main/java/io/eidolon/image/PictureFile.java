package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.io.IOException;

/**
 * A file with a picture of PNG, JPEG, WebP, GIF or BMP, and of no other format. What its
 * header says is known before anything is decoded: a few bytes can ask for more memory
 * than any machine has.
 */
public final class PictureFile {

	/** The names of the formats that are read, as in "a PNG, JPEG or GIF file". */
	public static final String FORMATS = PictureFormat.names("or");

	private final byte[] bytes;

	private final PictureFormat format;

	private final StoredPicture picture;

	private PictureFile(byte[] bytes, PictureFormat format, StoredPicture picture) {
		this.bytes = bytes;
		this.format = format;
		this.picture = picture;
	}

	/**
	 * Reads the header of a file.
	 * @throws UnreadablePictureException when it is no picture
	 */
	public static PictureFile of(byte[] bytes) {
		PictureFormat format = PictureFormat.of(bytes)
			.orElseThrow(() -> new UnreadablePictureException("the file is none of " + PictureFormat.names("and")));
		return new PictureFile(bytes, format, sound(() -> StoredPicture.of(format, bytes)));
	}

	/** Pixels of a row, as it is stored. */
	public int width() {
		return this.picture.width();
	}

	/** Pixels of a column, as it is stored. */
	public int height() {
		return this.picture.height();
	}

	/** How many pixels are in the file. */
	public long pixels() {
		return (long) width() * height();
	}

	/**
	 * How many pixels are in memory at once while it is decoded.
	 * @param every of so many columns and rows, one is kept
	 */
	public long decodedPixels(int every) {
		return this.picture.isDecodedWhole() ? pixels() : pixels() / ((long) every * every);
	}

	/**
	 * Decodes the first picture and turns it as the camera was held.
	 * @throws UnreadablePictureException when the file is broken
	 */
	public BufferedImage read() {
		return read(1);
	}

	/**
	 * Decodes the first picture, of which only one of so many columns and rows is kept.
	 * @throws UnreadablePictureException when the file is broken
	 */
	public BufferedImage read(int every) {
		BufferedImage stored = sound(() -> this.picture.decode(every));
		return Exif.orientation(this.format, this.bytes).upright(stored);
	}

	private static <T> T sound(Reading<T> reading) {
		try {
			return reading.run();
		}
		catch (UnreadablePictureException ex) {
			throw ex;
		}
		// Readers throw all kinds of exceptions at broken files.
		catch (IOException | RuntimeException ex) {
			throw new UnreadablePictureException("the file is broken", ex);
		}
	}

	/** What is read of a file. */
	@FunctionalInterface
	private interface Reading<T> {

		T run() throws IOException;

	}

}
