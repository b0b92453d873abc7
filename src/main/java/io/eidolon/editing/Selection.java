package io.eidolon.editing;

import java.util.ArrayList;
import java.util.List;

import io.eidolon.search.Descent;
import io.eidolon.search.Pictures;

/** Chooses the best descents whose pictures differ. */
final class Selection {

	/**
	 * Pictures nearer than this look the same: a root mean square in shares of the range.
	 */
	private static final double SAME = 0.02;

	private final double range;

	/**
	 * Creates a selection.
	 * @param range the difference between black and full intensity
	 */
	Selection(double range) {
		this.range = range;
	}

	/**
	 * Chooses as many as are wanted, the best first. Where too few differ, the best of
	 * the others fill up.
	 */
	List<Descent> of(List<Descent> descents, int count) {
		List<Descent> chosen = new ArrayList<>();
		List<Descent> alike = new ArrayList<>();
		for (Descent descent : descents.stream().sorted(Descent.BEST_FIRST).toList()) {
			boolean isNew = chosen.stream().allMatch((other) -> differ(descent.image(), other.image()));
			(isNew ? chosen : alike).add(descent);
			if (chosen.size() == count) {
				return chosen;
			}
		}
		chosen.addAll(alike.subList(0, Math.min(alike.size(), count - chosen.size())));
		return chosen;
	}

	private boolean differ(float[] image, float[] other) {
		double sum = 0;
		for (int i = 0; i < image.length; i++) {
			double difference = (image[i] - other[i]) / this.range;
			sum += difference * difference;
		}
		return sum > SAME * SAME * image.length;
	}

}
