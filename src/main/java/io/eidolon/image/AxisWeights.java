package io.eidolon.image;

/**
 * How much each old pixel along an axis counts in each new one.
 *
 * @param firsts for each new pixel the first old one that counts
 * @param weights for each new pixel those of the old ones from the first on, 1 in all
 */
record AxisWeights(int[] firsts, double[][] weights) {

	/** From here on blocks would be seen, and seen by networks, where a pixel was. */
	private static final int LARGE = 2;

	/** A new pixel is the mean of what it covers of old ones. */
	static AxisWeights byArea(int from, int to) {
		double scale = (double) from / to;
		int[] firsts = new int[to];
		double[][] weights = new double[to][];
		for (int i = 0; i < to; i++) {
			double start = i * scale;
			double end = Math.min(from, (i + 1) * scale);
			firsts[i] = (int) start;
			weights[i] = new double[(int) Math.ceil(end) - firsts[i]];
			for (int j = 0; j < weights[i].length; j++) {
				int old = firsts[i] + j;
				weights[i][j] = (Math.min(end, old + 1) - Math.max(start, old)) / (end - start);
			}
		}
		return new AxisWeights(firsts, weights);
	}

	/**
	 * As by area, but from twice the size on linearly interpolated between the centres of
	 * old pixels.
	 */
	static AxisWeights smooth(int from, int to) {
		if (to < LARGE * from) {
			return byArea(from, to);
		}
		int[] firsts = new int[to];
		double[][] weights = new double[to][];
		for (int i = 0; i < to; i++) {
			double centre = Math.clamp((i + 0.5) * from / to - 0.5, 0, from - 1);
			firsts[i] = Math.min((int) centre, Math.max(0, from - 2));
			double second = centre - firsts[i];
			weights[i] = (from == 1) ? new double[] { 1 } : new double[] { 1 - second, second };
		}
		return new AxisWeights(firsts, weights);
	}

	/** How many new pixels there are. */
	int length() {
		return this.firsts.length;
	}

	/** The first old pixel that counts in a new one. */
	int first(int pixel) {
		return this.firsts[pixel];
	}

	/** The old pixel behind the last that counts in a new one. */
	int end(int pixel) {
		return this.firsts[pixel] + this.weights[pixel].length;
	}

	/** How much an old pixel counts in a new one. */
	double weight(int pixel, int old) {
		return this.weights[pixel][old - this.firsts[pixel]];
	}

}
