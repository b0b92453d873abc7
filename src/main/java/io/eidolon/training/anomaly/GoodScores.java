package io.eidolon.training.anomaly;

import java.util.Arrays;

import io.eidolon.training.loop.TrainingException;

/**
 * The scores of good pictures that a detector did not learn from.
 *
 * @param values in ascending order
 */
public record GoodScores(double[] values) {

	/** The least spread, so that a confidence stays a number. */
	private static final double LEAST_SPREAD = 1e-3;

	/**
	 * A score below this share of the greatest is that of a copy of a picture that was
	 * learned from: of its distance rounding alone is left.
	 */
	private static final double COPY = 5e-3;

	/**
	 * Sorts scores, without those of copies, which say nothing of other pictures.
	 * @throws TrainingException when there are no others
	 */
	public static GoodScores of(double[] scores) {
		double least = COPY * Arrays.stream(scores).max().orElse(0);
		double[] sorted = Arrays.stream(scores).filter((score) -> score > least).sorted().toArray();
		if (sorted.length == 0) {
			throw new TrainingException("all pictures that were held out are copies of pictures that were learned from,"
					+ " so that no threshold can be taken from them");
		}
		return new GoodScores(sorted);
	}

	/**
	 * The score that so large a share of further good pictures exceeds. With enough
	 * pictures it is the k-th least with {@code k = ceil((n + 1) (1 - rate))}, which
	 * holds for any distribution (conformal prediction, Vovk et al. 2005); with fewer,
	 * that of a log-normal distribution with their mean and spread, but not less than the
	 * greatest.
	 */
	public double threshold(double rate) {
		int count = this.values.length;
		int rank = (int) Math.ceil((count + 1) * (1 - rate));
		double greatest = this.values[count - 1];
		return (rank <= count) ? this.values[rank - 1]
				: Math.max(greatest, Math.exp(meanLogarithm() + quantile(1 - rate) * spread()));
	}

	/** The standard deviation of their logarithms. */
	public double spread() {
		double mean = meanLogarithm();
		double variance = Arrays.stream(this.values)
			.map((value) -> Math.pow(Math.log(value) - mean, 2))
			.average()
			.orElseThrow();
		return Math.max(LEAST_SPREAD, Math.sqrt(variance));
	}

	private double meanLogarithm() {
		return Arrays.stream(this.values).map(Math::log).average().orElseThrow();
	}

	/**
	 * The probability that an anomalous picture has a greater score than a good one, half
	 * where they are equal: the area under the ROC curve.
	 */
	public double areaUnderCurve(double[] anomalous) {
		double greater = 0;
		for (double score : anomalous) {
			for (double good : this.values) {
				greater += (score > good) ? 1 : (score == good) ? 0.5 : 0;
			}
		}
		return greater / anomalous.length / this.values.length;
	}

	/** The standard normal quantile, by bisection of its distribution. */
	private static double quantile(double probability) {
		double low = 0;
		double high = 8;
		for (int i = 0; i < 60; i++) {
			double middle = (low + high) / 2;
			if (1 - tail(middle) < probability) {
				low = middle;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	/**
	 * The probability of more than x, for x of at least 0 (Abramowitz and Stegun 1964,
	 * 26.2.17, within 7.5e-8).
	 */
	private static double tail(double x) {
		double t = 1 / (1 + 0.2316419 * x);
		double polynomial = t
				* (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
		return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * polynomial;
	}

}
