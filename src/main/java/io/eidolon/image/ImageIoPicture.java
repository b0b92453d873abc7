package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture that is read with a reader of ImageIO.
 *
 * @param format which reader
 * @param file the bytes of its file
 * @param width pixels
 * @param height pixels
 * @param embedded what the file says about its picture
 * @param heldBytes see {@link StoredPicture#heldBytes()}
 */
record ImageIoPicture(PictureFormat format, byte[] file, int width, int height, Embedded embedded,
		long heldBytes) implements StoredPicture {

	/**
	 * Reads the header of a file.
	 * @param heldBytesPerPixel of all pixels, whether they are kept or not
	 */
	static ImageIoPicture of(PictureFormat format, byte[] file, Embedded embedded, int heldBytesPerPixel)
			throws IOException {
		return read(format, file, () -> false, (reader) -> {
			int width = reader.getWidth(0);
			int height = reader.getHeight(0);
			return new ImageIoPicture(format, file, width, height, embedded, (long) heldBytesPerPixel * width * height);
		});
	}

	@Override
	public BufferedImage decode(int every, BooleanSupplier cancelled) throws IOException {
		return read(this.format, this.file, cancelled, (reader) -> {
			ImageReadParam sampling = reader.getDefaultReadParam();
			sampling.setSourceSubsampling(every, every, 0, 0);
			return reader.read(0, sampling);
		});
	}

	/**
	 * Reads something of a file, and disposes of the reader.
	 * @throws CancellationException when nobody waits for it any more
	 */
	static <T> T read(PictureFormat format, byte[] file, BooleanSupplier cancelled, Reading<T> reading)
			throws IOException {
		ImageReader reader = format.reader();
		try (ImageInputStream in = new ByteArrayImageInput(file, cancelled)) {
			reader.addIIOReadProgressListener(new AbortOnCancellation(cancelled));
			// Without its metadata, which may be compressed, and large.
			reader.setInput(in, true, true);
			T result = reading.apply(reader);
			if (cancelled.getAsBoolean()) {
				throw new CancellationException("Nobody waits for the picture any more");
			}
			return result;
		}
		finally {
			reader.dispose();
		}
	}

	/** What is read of a file. */
	@FunctionalInterface
	interface Reading<T> {

		T apply(ImageReader reader) throws IOException;

	}

}
