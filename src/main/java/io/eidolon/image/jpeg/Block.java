package io.eidolon.image.jpeg;

/** Blocks of 8x8 values, which are kept row by row. */
final class Block {

	static final int SIDE = 8;

	static final int SIZE = SIDE * SIDE;

	/**
	 * The order in which coefficients are written, low frequencies first, as indices into
	 * the block (T.81, figure A.6).
	 */
	static final int[] ZIG_ZAG = zigZag();

	/** By index into the block, the place in that order. */
	static final int[] PLACES = places();

	private Block() {
	}

	private static int[] zigZag() {
		int[] order = new int[SIZE];
		int next = 0;
		for (int diagonal = 0; diagonal < 2 * SIDE - 1; diagonal++) {
			for (int i = 0; i <= diagonal; i++) {
				int row = (diagonal % 2 == 0) ? diagonal - i : i;
				int column = diagonal - row;
				if (row < SIDE && column < SIDE) {
					order[next++] = row * SIDE + column;
				}
			}
		}
		return order;
	}

	private static int[] places() {
		int[] places = new int[SIZE];
		for (int place = 0; place < SIZE; place++) {
			places[ZIG_ZAG[place]] = place;
		}
		return places;
	}

}
