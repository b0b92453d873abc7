package io.eidolon.recognition;

import io.eidolon.anomaly.DetectorMethod;
import org.jspecify.annotations.Nullable;

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
 * @param reconstruction what a generator makes of the picture, null without one
 */
public record AnomalyReport(String detector, DetectorMethod method, double score, double threshold, double confidence,
		byte[] heatMap, @Nullable Reconstruction reconstruction) {

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

	/**
	 * What a generator makes of a picture.
	 *
	 * @param pixels the part of the score that its pixels have
	 * @param features the part of the score that its features have
	 * @param picture a PNG of it
	 */
	public record Reconstruction(double pixels, double features, byte[] picture) {

	}

}
