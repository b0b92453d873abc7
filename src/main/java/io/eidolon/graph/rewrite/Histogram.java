package io.eidolon.graph.rewrite;

import java.util.Arrays;

/** How often a value of a graph was how large, over as many runs as one likes. */
final class Histogram {

	/** Bins on either side of 0. */
	private static final int BINS = 2048;

	private static final int TRIALS = 32;

	private final long[] counts = new long[2 * BINS];

	private double width;

	/** Counts numbers; what is not finite is left out. */
	void add(float[] values) {
		for (float value : values) {
			if (Float.isFinite(value)) {
				reach(Math.abs(value));
				this.counts[bin(value)]++;
			}
		}
	}

	/**
	 * The scale that loses least: the one of the least squared error among those that
	 * clamp ever more of both ends, as a finer step may be worth more than rare extremes.
	 */
	Scale scale() {
		double low = 0;
		double high = 0;
		for (int bin = 0; bin < this.counts.length; bin++) {
			if (this.counts[bin] > 0) {
				low = Math.min(low, (bin - BINS) * this.width);
				high = (bin + 1 - BINS) * this.width;
			}
		}
		Scale best = Scale.over(low, high);
		double least = squaredError(best);
		for (int trial = 1; trial < TRIALS; trial++) {
			double share = 1 - (double) trial / TRIALS;
			Scale scale = Scale.over(share * low, share * high);
			double error = squaredError(scale);
			if (error < least) {
				least = error;
				best = scale;
			}
		}
		return best;
	}

	private double squaredError(Scale scale) {
		double sum = 0;
		for (int bin = 0; bin < this.counts.length; bin++) {
			if (this.counts[bin] > 0) {
				double error = scale.error((bin + 0.5 - BINS) * this.width);
				sum += this.counts[bin] * error * error;
			}
		}
		return sum;
	}

	private int bin(double value) {
		return (this.width > 0) ? BINS + (int) Math.floor(value / this.width) : BINS;
	}

	// Doubles the bins until the value falls in one.
	private void reach(double size) {
		if (this.width == 0) {
			this.width = size / (BINS - 1);
		}
		while (size >= this.width * (BINS - 1)) {
			if (size == 0) {
				return;
			}
			merge();
		}
	}

	private void merge() {
		long[] finer = this.counts.clone();
		Arrays.fill(this.counts, 0);
		for (int bin = 0; bin < finer.length; bin++) {
			this.counts[BINS + Math.floorDiv(bin - BINS, 2)] += finer[bin];
		}
		this.width *= 2;
	}

}
