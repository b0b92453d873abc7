package io.eidolon.image;

/**
 * Area resampling: a new pixel is the mean of the old ones it covers, each weighted by
 * the covered part. It takes the old rows one by one, and holds none of them.
 */
final class AreaResize {

	private final int width;

	private final int height;

	private final int toWidth;

	private final int toHeight;

	private final int channels;

	/** How many rows were added. */
	private int rows;

	/** A row averaged along itself, (toWidth, channels). */
	private final float[] narrow;

	/** The sums of the new rows so far, (toHeight, toWidth, channels). */
	private final double[] sums;

	AreaResize(int width, int height, int toWidth, int toHeight, int channels) {
		this.width = width;
		this.height = height;
		this.toWidth = toWidth;
		this.toHeight = toHeight;
		this.channels = channels;
		this.narrow = new float[toWidth * channels];
		this.sums = new double[toHeight * toWidth * channels];
	}

	/**
	 * Adds the next row.
	 * @param row (width, channels)
	 */
	void add(float[] row) {
		averageColumns(row);
		double scale = (double) this.height / this.toHeight;
		for (int i = (int) (this.rows / scale); i < this.toHeight && i * scale < this.rows + 1; i++) {
			double from = i * scale;
			double to = Math.min(this.height, (i + 1) * scale);
			double weight = (Math.min(to, this.rows + 1) - Math.max(from, this.rows)) / (to - from);
			for (int j = 0; weight > 0 && j < this.narrow.length; j++) {
				this.sums[i * this.narrow.length + j] += weight * this.narrow[j];
			}
		}
		this.rows++;
	}

	private void averageColumns(float[] row) {
		double scale = (double) this.width / this.toWidth;
		for (int i = 0; i < this.toWidth; i++) {
			double from = i * scale;
			double to = Math.min(this.width, (i + 1) * scale);
			for (int channel = 0; channel < this.channels; channel++) {
				double sum = 0;
				for (int x = (int) from; x < to; x++) {
					sum += row[x * this.channels + channel] * (Math.min(to, x + 1) - Math.max(from, x));
				}
				this.narrow[i * this.channels + channel] = (float) (sum / (to - from));
			}
		}
	}

	/** The new pixels once all rows were added, (toHeight, toWidth, channels). */
	double[] result() {
		return this.sums;
	}

}
