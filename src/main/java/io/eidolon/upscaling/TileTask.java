package io.eidolon.upscaling;

import io.eidolon.image.Picture;

/**
 * A tile to enlarge.
 *
 * @param picture what it is a part of
 * @param tile which part
 * @param factor {@value SuperResolution#FACTOR}, or a divisor of it, for which squares of
 * pixels are averaged
 * @param enlarged the samples of the enlarged picture, to which those of the tile are
 * written; (factor * height, factor * width, channels)
 */
record TileTask(Picture picture, Tile tile, int factor, byte[] enlarged) {

	private static final int LEVELS = 255;

	/**
	 * Reads the tile's pixels; grey as three colours that are equal.
	 * @param values where to, (colours, height, width)
	 * @param offset where in it
	 */
	void read(float[] values, int offset) {
		int at = offset;
		for (int colour = 0; colour < SuperResolution.COLOURS; colour++) {
			int channel = Math.min(colour, this.picture.channels() - 1);
			for (int y = this.tile.top(); y < this.tile.bottom(); y++) {
				for (int x = this.tile.left(); x < this.tile.right(); x++) {
					int sample = (y * this.picture.width() + x) * this.picture.channels() + channel;
					values[at++] = (this.picture.samples()[sample] & 0xff) / (float) LEVELS;
				}
			}
		}
	}

	/**
	 * Writes the tile without its margin into the enlarged picture, and averages squares
	 * of pixels, and the colours as well where the picture is grey.
	 * @param values what the network made of the tile, (colours, FACTOR * height, FACTOR
	 * * width)
	 * @param offset where in it
	 */
	void write(float[] values, int offset) {
		int square = SuperResolution.FACTOR / this.factor;
		int stride = SuperResolution.FACTOR * this.tile.width();
		int plane = SuperResolution.FACTOR * this.tile.height() * stride;
		int channels = this.picture.channels();
		int merged = SuperResolution.COLOURS / channels;
		for (int y = this.factor * this.tile.innerTop(); y < this.factor * this.tile.innerBottom(); y++) {
			int row = offset + (y - this.factor * this.tile.top()) * square * stride;
			for (int x = this.factor * this.tile.innerLeft(); x < this.factor * this.tile.innerRight(); x++) {
				int corner = row + (x - this.factor * this.tile.left()) * square;
				int sample = (y * this.factor * this.picture.width() + x) * channels;
				for (int channel = 0; channel < channels; channel++) {
					float sum = 0;
					for (int colour = channel * merged; colour < (channel + 1) * merged; colour++) {
						sum += sum(values, corner + colour * plane, square, stride);
					}
					this.enlarged[sample + channel] = (byte) Math.round(LEVELS * sum / (merged * square * square));
				}
			}
		}
	}

	private static float sum(float[] values, int corner, int square, int stride) {
		float sum = 0;
		for (int y = 0; y < square; y++) {
			for (int x = 0; x < square; x++) {
				sum += values[corner + y * stride + x];
			}
		}
		return sum;
	}

}
