package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Files of each format that is read. */
final class TestFiles {

	static final int WIDTH = 32;

	static final int HEIGHT = 16;

	private TestFiles() {
	}

	/** Red in the top left corner, blue elsewhere. */
	static byte[] corner(String format) throws IOException {
		if (format.equals("webp")) {
			byte[] samples = new byte[3 * WIDTH * HEIGHT];
			for (int i = 0; i < WIDTH * HEIGHT; i++) {
				samples[3 * i + ((i % WIDTH < 8 && i / WIDTH < 8) ? 0 : 2)] = (byte) 255;
			}
			return StillFormat.WEBP.encode(new Picture(WIDTH, HEIGHT, 3, samples), Metadata.NONE);
		}
		BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) {
				image.setRGB(x, y, (x < 8 && y < 8) ? 0xFF0000 : 0x0000FF);
			}
		}
		return encoded(image, format);
	}

	static byte[] encoded(BufferedImage image, String format) throws IOException {
		if (format.equals("progressive")) {
			return progressive(image);
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(image, format, out);
		return out.toByteArray();
	}

	private static byte[] progressive(BufferedImage image) {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ImageWriteParam progressive = writer.getDefaultWriteParam();
		progressive.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
		return ImageIoBridge.write(writer, () -> writer.write(null, new IIOImage(image, null, null), progressive));
	}

	/** Reads a file in the size and colours that it has, over white. */
	static Picture read(byte[] bytes) {
		PictureFile file = PictureFile.of(bytes, 1 << 20);
		return file.decode(PictureDecoder.overWhite(file.width(), file.height(), 3));
	}

	/** The levels of a pixel. */
	static int[] pixel(Picture picture, int x, int y) {
		int[] levels = new int[picture.channels()];
		for (int c = 0; c < levels.length; c++) {
			levels[c] = picture.samples()[(y * picture.width() + x) * levels.length + c] & 0xFF;
		}
		return levels;
	}

}
