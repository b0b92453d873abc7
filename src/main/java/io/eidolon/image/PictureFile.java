package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * A file with a picture of PNG, JPEG, WebP, GIF or BMP, and of no other format. What its
 * header says is known before anything is decoded: a few bytes can ask for more memory
 * than any machine has.
 * <p>
 * The picture is read as other programs show it: turned as the camera was held, its
 * colours converted to sRGB by the profile in the file, of an animation the first frame
 * on its canvas. What is transparent shows the background of the {@link PictureDecoder}.
 */
public final class PictureFile {

	/** The names of the formats that are read, as in "a PNG, JPEG or GIF file". */
	public static final String FORMATS = PictureFormat.names("or");

	/** Of more pixels than this, only some are averaged. */
	private static final long MANY_PIXELS = 4_000_000;

	/** Of a decoded picture with the most bits: four samples of 16, and a canvas. */
	private static final int BYTES_PER_PIXEL = 12;

	private final StoredPicture picture;

	private final Orientation orientation;

	private PictureFile(StoredPicture picture) {
		this.picture = picture;
		this.orientation = picture.embedded().orientation();
	}

	/**
	 * Reads the header of a file.
	 * @param mostPixels that its picture may have
	 * @throws UnreadablePictureException when it is no picture, too large a one, or one
	 * that is cut off
	 */
	public static PictureFile of(byte[] bytes, long mostPixels) {
		PictureFormat format = PictureFormat.of(bytes)
			.orElseThrow(() -> new UnreadablePictureException("the file is none of " + PictureFormat.names("and")));
		PictureFile file = new PictureFile(sound(() -> StoredPicture.of(format, bytes, mostPixels)));
		long pixels = (long) file.width() * file.height();
		if (pixels < 1 || pixels > mostPixels) {
			throw new UnreadablePictureException("the picture has %s x %s pixels; at most %s are read"
				.formatted(file.width(), file.height(), mostPixels));
		}
		return file;
	}

	/**
	 * Whether bytes are a PNG from its beginning to its end, as far as its chunks tell.
	 */
	public static boolean isPng(byte[] bytes) {
		try {
			return PictureFormat.of(bytes).orElse(null) == PictureFormat.PNG
					&& StoredPicture.of(PictureFormat.PNG, bytes, Long.MAX_VALUE).width() > 0;
		}
		catch (IOException | RuntimeException ex) {
			return false;
		}
	}

	/** Pixels of a row of the upright picture. */
	public int width() {
		return this.orientation.transposed() ? this.picture.height() : this.picture.width();
	}

	/** Pixels of a column of the upright picture. */
	public int height() {
		return this.orientation.transposed() ? this.picture.width() : this.picture.height();
	}

	/** How many pixels are in the file. */
	public long pixels() {
		return (long) width() * height();
	}

	/** How many bytes of memory it takes to decode it. */
	public long memory(PictureDecoder decoder) {
		int every = every(decoder);
		return this.picture.heldBytes() + (long) BYTES_PER_PIXEL * Math.ceilDiv(this.picture.width(), every)
				* Math.ceilDiv(this.picture.height(), every);
	}

	/**
	 * Decodes the first picture.
	 * @throws UnreadablePictureException when the file is broken
	 */
	public Picture decode(PictureDecoder decoder) {
		return decode(decoder, () -> false);
	}

	/**
	 * Decodes the first picture while somebody waits for it.
	 * @param cancelled whether nobody waits for it any more
	 * @throws UnreadablePictureException when the file is broken
	 * @throws CancellationException when nobody waits
	 */
	public Picture decode(PictureDecoder decoder, BooleanSupplier cancelled) {
		return sound(() -> {
			BufferedImage stored = this.picture.decode(every(decoder), cancelled);
			return decoder.decode(stored, this.orientation, this.picture.embedded().colours().orElse(null), cancelled);
		});
	}

	// Each new pixel comes of at least one that is kept.
	private int every(PictureDecoder decoder) {
		int sampled = (int) Math.ceil(Math.sqrt((double) pixels() / MANY_PIXELS));
		return Math.max(1, Math.min(sampled, Math.min(width() / decoder.width(), height() / decoder.height())));
	}

	private static <T> T sound(Reading<T> reading) {
		try {
			return reading.run();
		}
		catch (UnreadablePictureException | CancellationException ex) {
			throw ex;
		}
		// Readers throw all kinds of exceptions at broken files.
		catch (IOException | RuntimeException ex) {
			throw UnreadablePictureException.broken(ex);
		}
	}

	/** What is read of a file. */
	@FunctionalInterface
	private interface Reading<T> {

		T run() throws IOException;

	}

}
