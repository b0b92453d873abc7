package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import com.luciad.imageio.webp.WebPImageReaderSpi;

/**
 * A file with a picture of PNG, JPEG, WebP, GIF or BMP. What its header says is known
 * before anything is decoded: a few bytes can ask for more memory than any machine has.
 *
 * @param bytes the file
 * @param width pixels of the first picture in it
 * @param height pixels of the first picture in it
 */
public record PictureFile(byte[] bytes, int width, int height) {

	/**
	 * Reads the header of a file.
	 * @throws UnreadablePictureException when it is no picture
	 */
	public static PictureFile of(byte[] bytes) {
		return read(bytes, (reader) -> new PictureFile(bytes, reader.getWidth(0), reader.getHeight(0)));
	}

	/** How many pixels are in the file. */
	public long pixels() {
		return (long) this.width * this.height;
	}

	/**
	 * Decodes the first picture and turns it as the camera was held.
	 * @throws UnreadablePictureException when the file is broken
	 */
	public BufferedImage read() {
		return read(1);
	}

	/**
	 * Decodes the first picture, of which only each so many columns and rows are kept.
	 * @throws UnreadablePictureException when the file is broken
	 */
	public BufferedImage read(int every) {
		return Orientation.of(this.bytes).upright(read(this.bytes, (reader) -> {
			ImageReadParam sampling = reader.getDefaultReadParam();
			sampling.setSourceSubsampling(every, every, 0, 0);
			return reader.read(0, sampling);
		}));
	}

	private static <T> T read(byte[] bytes, Reading<T> reading) {
		try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
			ImageReader reader = reader(in);
			try {
				reader.setInput(in, true, true);
				return reading.apply(reader);
			}
			finally {
				reader.dispose();
			}
		}
		// Readers throw all kinds of exceptions at broken files.
		catch (IOException | RuntimeException ex) {
			throw (ex instanceof UnreadablePictureException unreadable) ? unreadable
					: new UnreadablePictureException("the file is broken", ex);
		}
	}

	private static ImageReader reader(ImageInputStream in) throws IOException {
		Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
		if (readers.hasNext()) {
			return readers.next();
		}
		WebPImageReaderSpi webp = new WebPImageReaderSpi();
		if (webp.canDecodeInput(in)) {
			return webp.createReaderInstance(null);
		}
		throw new UnreadablePictureException("the file is none of PNG, JPEG, WebP, GIF and BMP");
	}

	/** What is read of a file. */
	@FunctionalInterface
	private interface Reading<T> {

		T apply(ImageReader reader) throws IOException;

	}

}
