package io.eidolon.anomaly;

import org.jspecify.annotations.Nullable;

/**
 * What {@code detector.json} says of a detector of anomalies.
 *
 * @param method how it tells that something does not belong
 * @param side the pixels of a side of the squares that it looks at
 * @param places how many places a side of its map has
 * @param averaged of how many of the greatest values of a map the score is the mean
 * @param kappa the weight of features beside pixels, null for a memory
 * @param threshold the score from which on a picture is anomalous
 * @param falseAlarmRate the share of good pictures whose score is meant to exceed it
 * @param spread the standard deviation of the logarithms of good pictures' scores
 * @param pictures how many good pictures it learned from
 * @param heldOut how many other good pictures the threshold was taken from
 * @param data the name of the set of good pictures
 * @param command the arguments that repeat the training
 * @param sha256 of the network's file, in lower-case hex
 */
public record DetectorCard(DetectorMethod method, int side, int places, int averaged, @Nullable Double kappa,
		double threshold, double falseAlarmRate, double spread, int pictures, int heldOut, String data, String command,
		String sha256) {

	/** What the name of a detector, which is that of its folder, looks like. */
	public static final String NAME_PATTERN = "[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?";

	/** The largest side of a detector's squares. */
	public static final int MOST_SIDE = 512;

	/** Reads what its network puts out. */
	public Findings findings(float[] output) {
		return Findings.of(this.method, this.places, featureWeight(), output);
	}

	/** The weight of features beside pixels, 0 for a memory, which has no use for it. */
	public double featureWeight() {
		return (this.kappa != null) ? this.kappa : 0;
	}

	/** Whether the server can rely on its numbers. */
	boolean isConsistent() {
		return this.side > 0 && this.side <= MOST_SIDE && this.places > 0 && this.places <= this.side
				&& this.averaged > 0 && Double.isFinite(this.threshold) && this.threshold > 0
				&& Double.isFinite(this.spread) && this.spread > 0 && Double.isFinite(featureWeight())
				&& featureWeight() >= 0;
	}

}
