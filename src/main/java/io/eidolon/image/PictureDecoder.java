package io.eidolon.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * Turns any decoded picture into one that a network takes or makes: alpha over a
 * background, the centre cropped to the network's proportions, each new pixel the mean of
 * the area it covers.
 *
 * @param width pixels
 * @param height pixels
 * @param channels 1 for grey, 3 for red, green and blue
 * @param background the level of grey that shows through, 0 or 255
 */
public record PictureDecoder(int width, int height, int channels, int background) {

	private static final int WHITE = 255;

	/** A decoder to pictures, which show white where they are transparent. */
	public static PictureDecoder overWhite(int width, int height, int channels) {
		return new PictureDecoder(width, height, channels, WHITE);
	}

	/** A decoder to masks, which are black where they are transparent. */
	public static PictureDecoder overBlack(int width, int height) {
		return new PictureDecoder(width, height, 1, 0);
	}

	/** Decodes a picture. */
	public Picture decode(BufferedImage image) {
		// The largest part of the picture that has the proportions.
		double scale = Math.min((double) image.getWidth() / this.width, (double) image.getHeight() / this.height);
		int partWidth = Math.clamp(Math.round(scale * this.width), 1, image.getWidth());
		int partHeight = Math.clamp(Math.round(scale * this.height), 1, image.getHeight());
		BufferedImage part = image.getSubimage((image.getWidth() - partWidth) / 2, (image.getHeight() - partHeight) / 2,
				partWidth, partHeight);
		int[] rgb = switch (part.getColorModel().getColorSpace().getType()) {
			case ColorSpace.TYPE_GRAY -> grey(part);
			case ColorSpace.TYPE_CMYK -> cmyk(part);
			default -> colour(part);
		};
		byte[] samples = new byte[this.width * this.height * this.channels];
		for (int channel = 0; channel < this.channels; channel++) {
			float[] plane = AreaResize.resize(plane(rgb, channel), partWidth, partHeight, this.width, this.height);
			for (int i = 0; i < plane.length; i++) {
				samples[i * this.channels + channel] = (byte) Math.clamp(Math.round(plane[i]), 0, 255);
			}
		}
		return new Picture(this.width, this.height, this.channels, samples);
	}

	private float[] plane(int[] rgb, int channel) {
		float[] plane = new float[rgb.length];
		for (int i = 0; i < rgb.length; i++) {
			plane[i] = (this.channels == 1) ? Luma.of(rgb[i]) : (rgb[i] >> (16 - 8 * channel)) & 0xFF;
		}
		return plane;
	}

	/**
	 * Reads grey samples as they are stored: Java takes its grey colour space to be
	 * linear, and would brighten them on the way to sRGB.
	 */
	private int[] grey(BufferedImage image) {
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
				level = alpha * level + (1 - alpha) * this.background / 255;
			}
			rgb[i] = (int) Math.round(255 * level) * 0x01_01_01;
		}
		return rgb;
	}

	/**
	 * Reads inks as screens show them without a profile: (1 - ink) (1 - black). Java
	 * takes this product to be linear as well.
	 */
	private static int[] cmyk(BufferedImage image) {
		Raster raster = image.getRaster();
		int width = raster.getWidth();
		int[] rgb = new int[width * raster.getHeight()];
		int[] inks = new int[4];
		for (int i = 0; i < rgb.length; i++) {
			raster.getPixel(raster.getMinX() + i % width, raster.getMinY() + i / width, inks);
			for (int channel = 0; channel < 3; channel++) {
				int level = Math.round((255 - inks[channel]) * (255 - inks[3]) / 255f);
				rgb[i] |= level << (16 - 8 * channel);
			}
		}
		return rgb;
	}

	private int[] colour(BufferedImage image) {
		BufferedImage rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = rgb.createGraphics();
		graphics.drawImage(image, 0, 0, new Color(this.background, this.background, this.background), null);
		graphics.dispose();
		return rgb.getRGB(0, 0, rgb.getWidth(), rgb.getHeight(), null, 0, rgb.getWidth());
	}

}
