package io.eidolon.recognition;

import io.eidolon.anomaly.DetectorMethod;

/**
 * What a detector says of a picture.
 *
 * @param detector its name
 * @param method how it tells
 * @param score the greater the less the picture is like good ones
 * @param threshold the score above which it is anomalous
 * @param confidence how clear that is, from 0.5 at the threshold to 1
 * @param heatMap a PNG in the size of the picture, red where it is anomalous and
 * transparent elsewhere
 */
public record AnomalyReport(String detector, DetectorMethod method, double score, double threshold, double confidence,
		byte[] heatMap) {

	/** Whether the picture is anomalous. */
	public boolean anomalous() {
		return this.score > this.threshold;
	}

	/**
	 * A logistic function of how far the score is from the threshold.
	 * @param spread the standard deviation of the logarithms of good pictures' scores
	 */
	static double confidence(double score, double threshold, double spread) {
		double distance = Math.abs(Math.log(Math.max(score, Double.MIN_NORMAL) / threshold)) / spread;
		return 1 / (1 + Math.exp(-distance));
	}

}
