package io.eidolon.training.data;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;

import io.eidolon.image.Picture;

/**
 * Turns any decoded picture into the square that a network is trained on: alpha over
 * white, the centre cropped to a square, each new pixel the mean of the area it covers.
 *
 * @param size the side of the square in pixels
 * @param channels 1 for grey, 3 for red, green and blue
 */
record PictureDecoder(int size, int channels) {

	Picture square(BufferedImage image) {
		int side = Math.min(image.getWidth(), image.getHeight());
		BufferedImage square = image.getSubimage((image.getWidth() - side) / 2, (image.getHeight() - side) / 2, side,
				side);
		int[] rgb = isGrey(square) ? grey(square) : colour(square);
		byte[] samples = new byte[this.size * this.size * this.channels];
		for (int channel = 0; channel < this.channels; channel++) {
			float[] plane = AreaResize.resize(plane(rgb, channel), side, this.size);
			for (int i = 0; i < plane.length; i++) {
				samples[i * this.channels + channel] = (byte) Math.clamp(Math.round(plane[i]), 0, 255);
			}
		}
		return new Picture(this.size, this.size, this.channels, samples);
	}

	private float[] plane(int[] rgb, int channel) {
		float[] plane = new float[rgb.length];
		for (int i = 0; i < rgb.length; i++) {
			int red = (rgb[i] >> 16) & 0xFF;
			int green = (rgb[i] >> 8) & 0xFF;
			int blue = rgb[i] & 0xFF;
			plane[i] = switch (channel) {
				// Rec. 601 luma, the weights that JPEG uses.
				case 0 -> (this.channels == 1) ? 0.299f * red + 0.587f * green + 0.114f * blue : red;
				case 1 -> green;
				default -> blue;
			};
		}
		return plane;
	}

	private static boolean isGrey(BufferedImage image) {
		return image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
	}

	/**
	 * Reads grey samples as they are stored: Java takes its grey colour space to be
	 * linear, and would brighten them on the way to sRGB.
	 */
	private static int[] grey(BufferedImage image) {
		Raster raster = image.getRaster();
		int width = raster.getWidth();
		int most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
		int[] rgb = new int[width * raster.getHeight()];
		for (int i = 0; i < rgb.length; i++) {
			int x = raster.getMinX() + i % width;
			int y = raster.getMinY() + i / width;
			double level = (double) raster.getSample(x, y, 0) / most;
			if (raster.getNumBands() == 2) {
				double alpha = (double) raster.getSample(x, y, 1) / most;
				level = alpha * level + 1 - alpha;
			}
			rgb[i] = (int) Math.round(255 * level) * 0x01_01_01;
		}
		return rgb;
	}

	private static int[] colour(BufferedImage image) {
		BufferedImage rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = rgb.createGraphics();
		graphics.drawImage(image, 0, 0, Color.WHITE, null);
		graphics.dispose();
		return rgb.getRGB(0, 0, rgb.getWidth(), rgb.getHeight(), null, 0, rgb.getWidth());
	}

}
