package io.eidolon.image.jpeg;

/**
 * The discrete cosine transform of blocks of 8x8, by 5 products for 8 values (Y. Arai, T.
 * Agui and M. Nakajima, "A fast DCT-SQ scheme for images", 1988). What comes out is
 * larger than the coefficients of T.81, A.3.3, by factors that quantisation takes back.
 */
final class ForwardDct {

	private static final int MIDDLE = 128;

	private static final float C2 = cosine(2);

	private static final float C4 = cosine(4);

	private static final float C6 = cosine(6);

	/** How many times as large as the coefficient each result is, row by row. */
	static final double[] SCALES = scales();

	private ForwardDct() {
	}

	private static float cosine(int k) {
		return (float) Math.cos(k * Math.PI / 16);
	}

	private static double[] scales() {
		double[] scales = new double[Block.SIZE];
		for (int i = 0; i < scales.length; i++) {
			scales[i] = 8 * scale(i / Block.SIDE) * scale(i % Block.SIDE);
		}
		return scales;
	}

	private static double scale(int frequency) {
		return (frequency == 0) ? 1 : Math.sqrt(2) * Math.cos(frequency * Math.PI / 16);
	}

	/**
	 * Transforms a block of samples.
	 * @param rows where rows begin in the samples
	 * @param columns where columns are within a row
	 * @param spare another block, which is overwritten
	 */
	static void transform(byte[] samples, int[] rows, int[] columns, float[] spare, float[] block) {
		for (int i = 0; i < Block.SIDE; i++) {
			int row = rows[i];
			transform(level(samples[row + columns[0]]), level(samples[row + columns[1]]),
					level(samples[row + columns[2]]), level(samples[row + columns[3]]),
					level(samples[row + columns[4]]), level(samples[row + columns[5]]),
					level(samples[row + columns[6]]), level(samples[row + columns[7]]), spare, i);
		}
		for (int i = 0; i < Block.SIDE; i++) {
			int row = i * Block.SIDE;
			transform(spare[row], spare[row + 1], spare[row + 2], spare[row + 3], spare[row + 4], spare[row + 5],
					spare[row + 6], spare[row + 7], block, i);
		}
	}

	private static float level(byte sample) {
		return (sample & 0xff) - MIDDLE;
	}

	/** Transforms a row of a block, and writes it as a column of another. */
	private static void transform(float x0, float x1, float x2, float x3, float x4, float x5, float x6, float x7,
			float[] block, int column) {
		float sum0 = x0 + x7;
		float difference0 = x0 - x7;
		float sum1 = x1 + x6;
		float difference1 = x1 - x6;
		float sum2 = x2 + x5;
		float difference2 = x2 - x5;
		float sum3 = x3 + x4;
		float difference3 = x3 - x4;

		float outer = sum0 + sum3;
		float inner = sum1 + sum2;
		float slope = sum0 - sum3;
		float turned = (sum1 - sum2 + slope) * C4;
		block[column] = outer + inner;
		block[column + 4 * Block.SIDE] = outer - inner;
		block[column + 2 * Block.SIDE] = slope + turned;
		block[column + 6 * Block.SIDE] = slope - turned;

		float a = difference3 + difference2;
		float b = (difference2 + difference1) * C4;
		float c = difference1 + difference0;
		float shared = (a - c) * C6;
		float p = (C2 - C6) * a + shared;
		float q = (C2 + C6) * c + shared;
		float plus = difference0 + b;
		float minus = difference0 - b;
		block[column + 5 * Block.SIDE] = minus + p;
		block[column + 3 * Block.SIDE] = minus - p;
		block[column + Block.SIDE] = plus + q;
		block[column + 7 * Block.SIDE] = plus - q;
	}

}
