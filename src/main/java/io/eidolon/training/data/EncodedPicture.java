package io.eidolon.training.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;

import io.eidolon.image.PictureFile;
import io.eidolon.image.UnreadablePictureException;

/** Reads the bytes of a picture's file, as the service reads them. */
final class EncodedPicture {

	/** Larger pictures are left out. */
	static final long MOST_PIXELS = 100_000_000;

	/** A pixel takes 4 bytes and is decoded in several steps. */
	private static final long BYTES_PER_PIXEL = 16;

	private EncodedPicture() {
	}

	/**
	 * Decodes a picture.
	 * @param width the side that is needed, which a thinned picture has several times
	 * @throws IOException when it is broken, or too large
	 */
	static BufferedImage read(byte[] bytes, int width, int height) throws IOException {
		try {
			PictureFile file = PictureFile.of(bytes);
			requireSize(file.pixels(), MOST_PIXELS);
			int every = Math.max(1, Math.min(file.width() / (4 * width), file.height() / (4 * height)));
			requireSize(file.decodedPixels(every), Runtime.getRuntime().maxMemory()
					/ (BYTES_PER_PIXEL * Runtime.getRuntime().availableProcessors()));
			return file.read(every);
		}
		catch (UnreadablePictureException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
	}

	private static void requireSize(long pixels, long most) throws IOException {
		if (pixels > most) {
			throw new IOException("the picture has %d megapixels, more than %d".formatted(pixels / 1_000_000,
					most / 1_000_000));
		}
	}

	/** Looks at the header of a picture. */
	static PictureSource.Look look(byte[] bytes) throws IOException {
		try {
			PictureFile file = PictureFile.of(bytes);
			return new PictureSource.Look(file.width(), file.height(), Arrays.hashCode(bytes));
		}
		catch (UnreadablePictureException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
	}

}
