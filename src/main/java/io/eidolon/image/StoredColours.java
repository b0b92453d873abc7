package io.eidolon.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a decoded picture as levels of red, green, blue and opacity from 0 to
 * 255, as other programs show them: grey levels and the product (1 - ink) (1 - black) are
 * taken as they are, where Java would take both to be linear.
 */
final class StoredColours {

	private static final int OPAQUE = 255;

	private final Raster raster;

	private final @Nullable IndexColorModel palette;

	/** How many bands are colours: 1 is grey, 3 are red, green and blue, 4 are inks. */
	private final int colours;

	private final boolean transparent;

	/** The largest sample of each band. */
	private final int[] most;

	private final @Nullable ColourProfile profile;

	private int[] samples = new int[0];

	/**
	 * Creates a view of a picture.
	 * @param profile what its colours mean, null for sRGB
	 */
	StoredColours(BufferedImage image, @Nullable ColourProfile profile) {
		this.raster = image.getRaster();
		this.palette = (image.getColorModel() instanceof IndexColorModel indexed) ? indexed : null;
		this.transparent = this.palette == null && image.getColorModel().hasAlpha();
		this.colours = (this.palette != null) ? 3 : this.raster.getNumBands() - (this.transparent ? 1 : 0);
		this.most = this.raster.getSampleModel().getSampleSize();
		for (int band = 0; band < this.most.length; band++) {
			this.most[band] = (1 << this.most[band]) - 1;
		}
		int type = image.getColorModel().getColorSpace().getType();
		int expected = switch (type) {
			case ColorSpace.TYPE_GRAY -> 1;
			case ColorSpace.TYPE_CMYK -> 4;
			default -> 3;
		};
		if (this.colours != expected) {
			throw new UnreadablePictureException("the file has %s colours a pixel".formatted(this.colours));
		}
		this.profile = (profile != null && profile.colours() == this.colours) ? profile : null;
	}

	/**
	 * Reads a part of a row.
	 * @param rgba takes four levels for each pixel
	 */
	void row(int left, int row, int width, byte[] rgba) {
		this.samples = this.raster.getPixels(this.raster.getMinX() + left, this.raster.getMinY() + row, width, 1,
				(this.samples.length == width * this.most.length) ? this.samples : (int[]) null);
		byte[] levels = new byte[width * this.colours];
		for (int x = 0; x < width; x++) {
			if (this.palette != null) {
				int colour = this.palette.getRGB(this.samples[x]);
				levels[3 * x] = (byte) (colour >> 16);
				levels[3 * x + 1] = (byte) (colour >> 8);
				levels[3 * x + 2] = (byte) colour;
				rgba[4 * x + 3] = (byte) (colour >>> 24);
			}
			else {
				for (int band = 0; band < this.colours; band++) {
					levels[x * this.colours + band] = level(x, band);
				}
				rgba[4 * x + 3] = this.transparent ? level(x, this.colours) : (byte) OPAQUE;
			}
		}
		byte[] rgb = (this.profile != null) ? this.profile.rgb(levels, width) : rgb(levels, width);
		for (int x = 0; x < width; x++) {
			System.arraycopy(rgb, 3 * x, rgba, 4 * x, 3);
		}
	}

	/** The level of a sample, which may have fewer bits than eight, or more. */
	private byte level(int x, int band) {
		int sample = this.samples[x * this.most.length + band];
		int largest = this.most[band];
		return (byte) ((largest == 255) ? sample : (sample * 255L + largest / 2) / largest);
	}

	private byte[] rgb(byte[] levels, int width) {
		if (this.colours == 3) {
			return levels;
		}
		byte[] rgb = new byte[3 * width];
		for (int i = 0; i < rgb.length; i++) {
			if (this.colours == 1) {
				rgb[i] = levels[i / 3];
			}
			else {
				int ink = levels[i / 3 * 4 + i % 3] & 0xFF;
				int black = levels[i / 3 * 4 + 3] & 0xFF;
				rgb[i] = (byte) Math.round((255 - ink) * (255 - black) / 255f);
			}
		}
		return rgb;
	}

}
