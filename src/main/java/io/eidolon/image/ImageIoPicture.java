package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture that is read with a reader of ImageIO.
 *
 * @param format which reader
 * @param file the bytes of its file
 * @param width pixels
 * @param height pixels
 */
record ImageIoPicture(PictureFormat format, byte[] file, int width, int height) implements StoredPicture {

	static ImageIoPicture of(PictureFormat format, byte[] file) throws IOException {
		return read(format, file,
				(reader) -> new ImageIoPicture(format, file, reader.getWidth(0), reader.getHeight(0)));
	}

	@Override
	public BufferedImage decode(int every) throws IOException {
		return read(this.format, this.file, (reader) -> {
			ImageReadParam sampling = reader.getDefaultReadParam();
			sampling.setSourceSubsampling(every, every, 0, 0);
			return reader.read(0, sampling);
		});
	}

	/** Reads something of a file, and disposes of the reader. */
	static <T> T read(PictureFormat format, byte[] file, Reading<T> reading) throws IOException {
		ImageReader reader = format.reader();
		try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
			// Without its metadata, which may be compressed, and large.
			reader.setInput(in, true, true);
			return reading.apply(reader);
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
