package io.eidolon.image;

/**
 * How a camera was held, by the tag Orientation of Exif (CIPA DC-008, 4.6.4): which way
 * the rows and columns of the stored picture go.
 *
 * @param transposed whether rows are stored as columns
 * @param fromRight whether the stored columns go from right to left
 * @param fromBottom whether the stored rows go from the bottom up
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

	/** The part of the stored picture that becomes a part of the upright one. */
	Part stored(Part upright, int storedWidth, int storedHeight) {
		Part part = this.transposed ? new Part(upright.top(), upright.left(), upright.height(), upright.width())
				: upright;
		return new Part(this.fromRight ? storedWidth - part.left() - part.width() : part.left(),
				this.fromBottom ? storedHeight - part.top() - part.height() : part.top(), part.width(), part.height());
	}

	/** Turns a stored picture upright. */
	Picture upright(Picture stored) {
		if (equals(UPRIGHT)) {
			return stored;
		}
		int width = this.transposed ? stored.height() : stored.width();
		int height = this.transposed ? stored.width() : stored.height();
		int channels = stored.channels();
		byte[] samples = new byte[stored.samples().length];
		for (int i = 0; i < width * height; i++) {
			int column = this.transposed ? i / width : i % width;
			int row = this.transposed ? i % width : i / width;
			int from = (this.fromBottom ? stored.height() - 1 - row : row) * stored.width()
					+ (this.fromRight ? stored.width() - 1 - column : column);
			System.arraycopy(stored.samples(), from * channels, samples, i * channels, channels);
		}
		return new Picture(width, height, channels, samples);
	}

}
