package io.eidolon.training.objective;

import java.util.function.DoubleUnaryOperator;

/**
 * Two Gaussians on the line, whose density is known everywhere.
 *
 * @param left the mean of the one that half of the mass belongs to
 * @param right the mean of the other
 * @param deviation the standard deviation of both
 */
record Density(double left, double right, double deviation) {

	/** What integrals run over: beyond it there is nothing to speak of. */
	static final double EDGE = 6;

	private static final int CELLS = 24_000;

	double at(double x) {
		return 0.5 * gaussian(x - this.left) + 0.5 * gaussian(x - this.right);
	}

	private double gaussian(double x) {
		double z = x / this.deviation;
		return Math.exp(-z * z / 2) / (this.deviation * Math.sqrt(2 * Math.PI));
	}

	/** The same density, moved to the right. */
	Density moved(double distance) {
		return new Density(this.left + distance, this.right + distance, this.deviation);
	}

	/**
	 * The points that part the mass into equal shares, each in the middle of its share:
	 * what a mean over them converges to is the expectation.
	 */
	double[] points(int count) {
		double[] points = new double[count];
		double width = 2 * EDGE / CELLS;
		double mass = 0;
		int next = 0;
		for (int cell = 0; cell < CELLS && next < count; cell++) {
			double x = -EDGE + (cell + 0.5) * width;
			double share = at(x) * width;
			while (next < count && mass + share > (next + 0.5) / count) {
				points[next] = x - width / 2 + width * ((next + 0.5) / count - mass) / share;
				next++;
			}
			mass += share;
		}
		return points;
	}

	/** The integral over the line, by the midpoint rule. */
	static double integral(DoubleUnaryOperator f) {
		double width = 2 * EDGE / CELLS;
		double sum = 0;
		for (int cell = 0; cell < CELLS; cell++) {
			sum += f.applyAsDouble(-EDGE + (cell + 0.5) * width);
		}
		return sum * width;
	}

}
