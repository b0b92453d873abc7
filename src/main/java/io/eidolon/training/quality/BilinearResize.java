package io.eidolon.training.quality;

/**
 * Bilinear resampling with antialiasing: a new pixel is the mean of the old ones under a
 * triangle that is two new pixels wide when the picture shrinks, and two old ones when it
 * grows. So does Pillow; without it a distance depends on who resized (Parmar, Zhang and
 * Zhu 2022, "On Aliased Resizing and Surprising Subtleties in GAN Evaluation").
 */
final class BilinearResize {

	private final int side;

	private final int size;

	private final int[] from; // (size), the first old pixel under each new one

	private final float[][] weights; // (size, old pixels under it), each row sums to 1

	/**
	 * Prepares a way from squares to squares.
	 * @param side the pixels of an old side
	 * @param size the pixels of a new side
	 */
	BilinearResize(int side, int size) {
		this.side = side;
		this.size = size;
		this.from = new int[size];
		this.weights = new float[size][];
		double scale = (double) side / size;
		double reach = Math.max(scale, 1);
		for (int i = 0; i < size; i++) {
			double centre = (i + 0.5) * scale;
			int first = (int) Math.max(0, Math.floor(centre - reach));
			int last = (int) Math.min(side, Math.ceil(centre + reach));
			this.from[i] = first;
			this.weights[i] = triangle(first, last, centre, reach);
		}
	}

	private static float[] triangle(int first, int last, double centre, double reach) {
		float[] weights = new float[last - first];
		float sum = 0;
		for (int x = first; x < last; x++) {
			weights[x - first] = (float) Math.max(0, 1 - Math.abs(x + 0.5 - centre) / reach);
			sum += weights[x - first];
		}
		for (int i = 0; i < weights.length; i++) {
			weights[i] /= sum;
		}
		return weights;
	}

	/**
	 * Resizes a plane.
	 * @param plane (side, side), row by row
	 * @return (size, size), row by row
	 */
	float[] resize(float[] plane) {
		return (this.side == this.size) ? plane : along(along(plane, this.side), this.size);
	}

	/** Resizes rows and transposes: (rows, side) to (size, rows). */
	private float[] along(float[] plane, int rows) {
		float[] result = new float[this.size * rows];
		for (int i = 0; i < this.size; i++) {
			for (int row = 0; row < rows; row++) {
				float sum = 0;
				for (int x = 0; x < this.weights[i].length; x++) {
					sum += this.weights[i][x] * plane[row * this.side + this.from[i] + x];
				}
				result[i * rows + row] = sum;
			}
		}
		return result;
	}

}
