package io.eidolon.anomaly;

/** What a map of a picture says: how far each place is from what good pictures have. */
public final class AnomalyMap {

	private AnomalyMap() {
	}

	/**
	 * The score of a picture: the greatest value of its map, as one bad place is enough.
	 */
	public static double score(float[] map) {
		double greatest = 0;
		for (float value : map) {
			greatest = Math.max(greatest, value);
		}
		return greatest;
	}

	/**
	 * How much of each place a heat map covers: nothing to half the threshold, all from
	 * one and a half of it on.
	 */
	public static float[] opacity(float[] map, double threshold) {
		float[] opacity = new float[map.length];
		for (int i = 0; i < map.length; i++) {
			opacity[i] = (float) Math.clamp(map[i] / threshold - 0.5, 0, 1);
		}
		return opacity;
	}

}
