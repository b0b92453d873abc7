package io.eidolon.image;

/**
 * Area resampling: a new pixel is the mean of the old ones it covers, each weighted by
 * the covered part. Separable, so rows and columns are taken in turn.
 */
final class AreaResize {

	private AreaResize() {
	}

	/**
	 * Resizes a plane.
	 * @param plane (height, width), row by row
	 * @return (toHeight, toWidth), row by row
	 */
	static float[] resize(float[] plane, int width, int height, int toWidth, int toHeight) {
		if (width == toWidth && height == toHeight) {
			return plane;
		}
		return rowsAveraged(rowsAveraged(plane, height, width, toWidth), toWidth, height, toHeight);
	}

	/** Averages along rows and transposes: (rows, side) to (size, rows). */
	private static float[] rowsAveraged(float[] plane, int rows, int side, int size) {
		float[] result = new float[size * rows];
		double scale = (double) side / size;
		for (int i = 0; i < size; i++) {
			double from = i * scale;
			double to = Math.min(side, (i + 1) * scale);
			for (int row = 0; row < rows; row++) {
				double sum = 0;
				for (int x = (int) from; x < to; x++) {
					sum += plane[row * side + x] * (Math.min(to, x + 1) - Math.max(from, x));
				}
				result[i * rows + row] = (float) (sum / (to - from));
			}
		}
		return result;
	}

}
