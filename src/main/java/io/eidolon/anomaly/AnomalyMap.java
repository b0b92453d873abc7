package io.eidolon.anomaly;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What a map of a picture says: how far each place is from what good pictures have. */
public final class AnomalyMap {

	private AnomalyMap() {
	}

	/**
	 * The score of a picture: the mean of the greatest values of its map, as few bad
	 * places are enough, and one alone may be chance.
	 * @param averaged how many values, or all where there are fewer
	 */
	public static double score(float[] map, int averaged) {
		float[] sorted = map.clone();
		Arrays.sort(sorted);
		return IntStream.range(Math.max(0, sorted.length - averaged), sorted.length)
			.mapToDouble((i) -> sorted[i])
			.average()
			.orElse(0);
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
