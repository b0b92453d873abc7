package io.eidolon.image;

/**
 * Makes a picture of another size, along each axis by {@link AxisWeights}. It takes the
 * old rows one by one, and holds none of them.
 */
final class PictureResize {

	private final AxisWeights columns;

	private final AxisWeights lines;

	private final int channels;

	/** How many rows were added. */
	private int rows;

	/** The first new row that more old ones may belong to. */
	private int unfinished;

	/** A row resampled along itself, (toWidth, channels). */
	private final float[] narrow;

	/** The sums of the new rows so far, (toHeight, toWidth, channels). */
	private final double[] sums;

	/**
	 * Begins a picture.
	 * @param columns from the old width to the new one
	 * @param lines from the old height to the new one
	 */
	PictureResize(AxisWeights columns, AxisWeights lines, int channels) {
		this.columns = columns;
		this.lines = lines;
		this.channels = channels;
		this.narrow = new float[columns.length() * channels];
		this.sums = new double[lines.length() * this.narrow.length];
	}

	/**
	 * Adds the next row.
	 * @param row (width, channels)
	 */
	void add(float[] row) {
		resampleColumns(row);
		while (this.unfinished < this.lines.length() && this.lines.end(this.unfinished) <= this.rows) {
			this.unfinished++;
		}
		for (int i = this.unfinished; i < this.lines.length() && this.lines.first(i) <= this.rows; i++) {
			double weight = this.lines.weight(i, this.rows);
			for (int j = 0; j < this.narrow.length; j++) {
				this.sums[i * this.narrow.length + j] += weight * this.narrow[j];
			}
		}
		this.rows++;
	}

	private void resampleColumns(float[] row) {
		for (int i = 0; i < this.columns.length(); i++) {
			for (int channel = 0; channel < this.channels; channel++) {
				double sum = 0;
				for (int x = this.columns.first(i); x < this.columns.end(i); x++) {
					sum += row[x * this.channels + channel] * this.columns.weight(i, x);
				}
				this.narrow[i * this.channels + channel] = (float) sum;
			}
		}
	}

	/** The new pixels once all rows were added, (toHeight, toWidth, channels). */
	double[] result() {
		return this.sums;
	}

}
