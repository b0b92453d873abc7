package io.eidolon.image;

import java.util.Arrays;
import java.util.List;

import io.eidolon.image.png.PngPixels;

/**
 * Pixels of 8 bits a channel.
 *
 * @param width pixels
 * @param height pixels
 * @param channels 1 for grey, 3 for red, green and blue
 * @param samples unsigned values of shape (height, width, channels), rows from the top
 * down; not copied, so nobody may write to them any more
 */
public record Picture(int width, int height, int channels, byte[] samples) {

	private static final byte WHITE = (byte) 255;

	/**
	 * Creates a picture.
	 * @throws IllegalArgumentException when a side is below 1, when the channels are
	 * neither 1 nor 3, or when the samples do not fill the picture
	 */
	public Picture {
		if (width < 1 || height < 1) {
			throw new IllegalArgumentException("sides (%s x %s) must be at least 1".formatted(width, height));
		}
		if (channels != 1 && channels != 3) {
			throw new IllegalArgumentException("channels (%s) must be 1 or 3".formatted(channels));
		}
		long needed = (long) width * height * channels;
		if (samples.length != needed) {
			throw new IllegalArgumentException("samples (%s) must be %s x %s x %s = %s".formatted(samples.length, width,
					height, channels, needed));
		}
	}

	/**
	 * Returns the picture with each pixel repeated to a square, the nearest-neighbour
	 * enlargement.
	 * @param factor the side of the square in pixels
	 * @throws IllegalArgumentException when the factor is below 1
	 * @throws ArithmeticException when the samples would not fit into an array
	 */
	public Picture scale(int factor) {
		if (factor < 1) {
			throw new IllegalArgumentException("factor (%s) must be at least 1".formatted(factor));
		}
		if (factor == 1) {
			return this;
		}
		Picture scaled = blank(Math.multiplyExact(width(), factor), Math.multiplyExact(height(), factor), channels());
		for (int y = 0; y < height(); y++) {
			int row = y * factor * scaled.stride();
			for (int x = 0; x < scaled.width(); x++) {
				System.arraycopy(samples(), y * stride() + x / factor * channels(), scaled.samples(),
						row + x * channels(), channels());
			}
			for (int copy = 1; copy < factor; copy++) {
				System.arraycopy(scaled.samples(), row, scaled.samples(), row + copy * scaled.stride(),
						scaled.stride());
			}
		}
		return scaled;
	}

	/**
	 * Lays pictures out in rows from the top left, without gaps. Cells that are left over
	 * in the last row are white.
	 * @param pictures at least one, all of one shape
	 * @param columns how many pictures a row has room for
	 * @throws IllegalArgumentException when there is no picture or no column, or when the
	 * pictures differ in shape
	 * @throws ArithmeticException when the samples would not fit into an array
	 */
	public static Picture grid(List<Picture> pictures, int columns) {
		if (columns < 1) {
			throw new IllegalArgumentException("columns (%s) must be at least 1".formatted(columns));
		}
		Picture first = requireOneShape(pictures);
		if (pictures.size() == 1 && columns == 1) {
			return first;
		}
		int rows = Math.ceilDiv(pictures.size(), columns);
		Picture grid = blank(Math.multiplyExact(first.width(), columns), Math.multiplyExact(first.height(), rows),
				first.channels());
		Arrays.fill(grid.samples(), WHITE);
		for (int i = 0; i < pictures.size(); i++) {
			int top = i / columns * first.height();
			int left = i % columns * first.stride();
			for (int y = 0; y < first.height(); y++) {
				System.arraycopy(pictures.get(i).samples(), y * first.stride(), grid.samples(),
						(top + y) * grid.stride() + left, first.stride());
			}
		}
		return grid;
	}

	/** Returns the first of pictures that all have its shape. */
	static Picture requireOneShape(List<Picture> pictures) {
		if (pictures.isEmpty()) {
			throw new IllegalArgumentException("pictures (0) must be at least 1");
		}
		Picture first = pictures.getFirst();
		if (!pictures.stream().allMatch(first::hasShapeOf)) {
			throw new IllegalArgumentException("pictures must have one shape, but have %s"
				.formatted(pictures.stream().map(Picture::shape).distinct().toList()));
		}
		return first;
	}

	private boolean hasShapeOf(Picture other) {
		return width() == other.width() && height() == other.height() && channels() == other.channels();
	}

	private static Picture blank(int width, int height, int channels) {
		return new Picture(width, height, channels,
				new byte[Math.multiplyExact(Math.multiplyExact(width, height), channels)]);
	}

	private String shape() {
		return "%s x %s x %s".formatted(width(), height(), channels());
	}

	/** The same pixels for the encoder of PNG. */
	PngPixels png() {
		return new PngPixels(width(), height(), channels(), samples());
	}

	/** The length of a row in samples. */
	int stride() {
		return width() * channels();
	}

	/**
	 * The pixel as 0xRRGGBB.
	 * @param index row by row
	 */
	int rgb(int index) {
		int red = index * channels();
		int blue = red + channels() - 1;
		int green = (red + blue) / 2;
		return (samples()[red] & 0xff) << 16 | (samples()[green] & 0xff) << 8 | (samples()[blue] & 0xff);
	}

	void requireSides(String format, int maximum) {
		if (Math.max(width(), height()) > maximum) {
			throw new IllegalArgumentException(
					"sides (%s x %s) of a %s must be at most %s pixels".formatted(width(), height(), format, maximum));
		}
	}

}
