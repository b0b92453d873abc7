package io.eidolon.training.quality;

/**
 * Resampling with antialiasing: a new pixel is the mean of the old ones under a kernel
 * that is measured in new pixels when the picture shrinks, and in old ones when it grows.
 * So does Pillow; without it a distance depends on who resized (Parmar, Zhang and Zhu
 * 2022, "On Aliased Resizing and Surprising Subtleties in GAN Evaluation").
 */
final class AntialiasedResize {

	private final Axis columns;

	private final Axis rows;

	/**
	 * Prepares a way from pictures of one shape to squares, whatever their proportions:
	 * so does clean-fid.
	 * @param width the pixels of an old row
	 * @param height the pixels of an old column
	 * @param size the pixels of a new side
	 * @param kernel what old pixels are weighed by
	 */
	AntialiasedResize(int width, int height, int size, Resampling kernel) {
		this.columns = Axis.of(width, size, kernel);
		this.rows = Axis.of(height, size, kernel);
	}

	/**
	 * Resizes a plane.
	 * @param plane (height, width), row by row
	 * @return (size, size), row by row
	 */
	float[] resize(float[] plane) {
		return (this.columns.isUnchanged() && this.rows.isUnchanged()) ? plane
				: this.rows.along(this.columns.along(plane));
	}

	/**
	 * Resampling along one axis.
	 *
	 * @param side how many old pixels there are
	 * @param from (size), the first old pixel under each new one
	 * @param weights (size, old pixels under it), each row sums to 1
	 */
	private record Axis(int side, int[] from, float[][] weights) {

		static Axis of(int side, int size, Resampling kernel) {
			int[] from = new int[size];
			float[][] weights = new float[size][];
			double scale = (double) side / size;
			double unit = Math.max(scale, 1);
			double reach = kernel.reach() * unit;
			for (int i = 0; i < size; i++) {
				double centre = (i + 0.5) * scale;
				int first = (int) Math.max(0, Math.floor(centre - reach));
				int last = (int) Math.min(side, Math.ceil(centre + reach));
				from[i] = first;
				weights[i] = weights(first, last, centre, unit, kernel);
			}
			return new Axis(side, from, weights);
		}

		private static float[] weights(int first, int last, double centre, double unit, Resampling kernel) {
			float[] weights = new float[last - first];
			float sum = 0;
			for (int x = first; x < last; x++) {
				weights[x - first] = (float) kernel.weight((x + 0.5 - centre) / unit);
				sum += weights[x - first];
			}
			for (int i = 0; i < weights.length; i++) {
				weights[i] /= sum;
			}
			return weights;
		}

		boolean isUnchanged() {
			return this.side == this.from.length;
		}

		/** Resizes rows and transposes: (rows, side) to (size, rows). */
		float[] along(float[] plane) {
			int size = this.from.length;
			int rows = plane.length / this.side;
			float[] result = new float[size * rows];
			for (int i = 0; i < size; i++) {
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

}
