package io.eidolon.anomaly;

import org.jspecify.annotations.Nullable;

/**
 * What {@code detector.json} says of a detector of anomalies.
 *
 * @param method how it tells that something does not belong
 * @param model the model that reconstructs, null for a detector that needs none
 * @param side the pixels of a side of the squares that it looks at
 * @param places how many places a side of its map has
 * @param threshold the score from which on a picture is anomalous
 * @param falseAlarmRate the share of good pictures that the threshold is meant to exceed
 * it
 * @param spread the standard deviation of the logarithms of good pictures' scores
 * @param pictures how many good pictures it learned from
 * @param heldOut how many other good pictures the threshold was taken from
 * @param data the name of the set of good pictures
 * @param command the arguments that repeat the training
 * @param sha256 of {@value DetectorFiles#MEMORY}, in lower-case hex, null where there is
 * none
 */
public record DetectorCard(DetectorMethod method, @Nullable String model, int side, int places, double threshold,
		double falseAlarmRate, double spread, int pictures, int heldOut, String data, String command,
		@Nullable String sha256) {

	/** What the name of a detector, which is that of its folder, looks like. */
	public static final String NAME_PATTERN = "[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?";

	/** The largest side of a detector's squares. */
	public static final int MOST_SIDE = 512;

	/** Whether the server can rely on its numbers. */
	boolean isConsistent() {
		return this.side > 0 && this.side <= MOST_SIDE && this.places > 0 && this.places <= this.side
				&& Double.isFinite(this.threshold) && this.threshold > 0 && Double.isFinite(this.spread)
				&& this.spread > 0 && (this.method == DetectorMethod.MEMORY) == (this.sha256 != null)
				&& (this.method == DetectorMethod.RECONSTRUCTION) == (this.model != null);
	}

}
