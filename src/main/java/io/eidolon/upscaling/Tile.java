package io.eidolon.upscaling;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a picture, in pixels, with the margin that the network sees around it.
 *
 * @param top the first row
 * @param left the first column
 * @param bottom the row after the last
 * @param right the column after the last
 * @param innerTop the first row without the margin
 * @param innerLeft the first column without the margin
 * @param innerBottom the row after the last without the margin
 * @param innerRight the column after the last without the margin
 */
record Tile(int top, int left, int bottom, int right, int innerTop, int innerLeft, int innerBottom, int innerRight) {

	/**
	 * How far the network sees: the radii of its kernels before the enlargement make 9,
	 * and that of the kernel after it less than one more.
	 */
	static final int MARGIN = 10;

	/**
	 * Divides a picture into tiles of about the same size.
	 * @param side the sides of a tile without its margin, at most
	 */
	static List<Tile> of(int width, int height, int side) {
		int rows = Math.ceilDiv(height, side);
		int columns = Math.ceilDiv(width, side);
		List<Tile> tiles = new ArrayList<>();
		for (int row = 0; row < rows; row++) {
			int top = row * height / rows;
			int bottom = (row + 1) * height / rows;
			for (int column = 0; column < columns; column++) {
				int left = column * width / columns;
				int right = (column + 1) * width / columns;
				tiles.add(new Tile(Math.max(0, top - MARGIN), Math.max(0, left - MARGIN),
						Math.min(height, bottom + MARGIN), Math.min(width, right + MARGIN), top, left, bottom, right));
			}
		}
		return tiles;
	}

	int width() {
		return this.right - this.left;
	}

	int height() {
		return this.bottom - this.top;
	}

	/** How many pixels the network sees. */
	int pixels() {
		return width() * height();
	}

	boolean isAsLargeAs(Tile other) {
		return width() == other.width() && height() == other.height();
	}

}
