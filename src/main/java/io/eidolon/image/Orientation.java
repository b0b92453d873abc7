package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * How a camera was held, by the tag Orientation of Exif (CIPA DC-008, 4.6.4): which way
 * the rows and columns of the stored picture go.
 *
 * @param transposed whether rows are stored as columns
 * @param fromRight whether the picture's columns go from right to left
 * @param fromBottom whether the picture's rows go from the bottom up
 */
record Orientation(boolean transposed, boolean fromRight, boolean fromBottom) {

	/** As most pictures are stored. */
	static final Orientation UPRIGHT = new Orientation(false, false, false);

	/** Returns what a value of the tag stands for. */
	static Orientation of(int value) {
		return switch (value) {
			case 2 -> new Orientation(false, true, false);
			case 3 -> new Orientation(false, true, true);
			case 4 -> new Orientation(false, false, true);
			case 5 -> new Orientation(true, false, false);
			case 6 -> new Orientation(true, false, true);
			case 7 -> new Orientation(true, true, true);
			case 8 -> new Orientation(true, true, false);
			default -> UPRIGHT;
		};
	}

	/**
	 * Turns a stored picture upright. Its samples stay as they are, whatever they mean.
	 */
	BufferedImage upright(BufferedImage stored) {
		if (equals(UPRIGHT)) {
			return stored;
		}
		int width = this.transposed ? stored.getHeight() : stored.getWidth();
		int height = this.transposed ? stored.getWidth() : stored.getHeight();
		Raster from = stored.getRaster();
		WritableRaster to = from.createCompatibleWritableRaster(width, height);
		Object pixel = null;
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				int column = this.transposed ? y : x;
				int row = this.transposed ? x : y;
				pixel = from.getDataElements(this.fromRight ? stored.getWidth() - 1 - column : column,
						this.fromBottom ? stored.getHeight() - 1 - row : row, pixel);
				to.setDataElements(x, y, pixel);
			}
		}
		return new BufferedImage(stored.getColorModel(), to, stored.isAlphaPremultiplied(), null);
	}

}
