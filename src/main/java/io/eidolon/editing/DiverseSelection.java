package io.eidolon.editing;

import java.util.ArrayList;
import java.util.List;

import io.eidolon.search.Candidate;

/**
 * Selects the best candidates whose images differ.
 *
 * @param range the difference between black and full intensity
 */
record DiverseSelection(double range) {

	/**
	 * Images nearer than this look the same: a root mean square in shares of the range.
	 */
	private static final double SAME = 0.02;

	/**
	 * Selects as many as are wanted, the best first. Where too few differ, the best of
	 * the others fill up.
	 */
	List<Candidate> select(List<Candidate> candidates, int count) {
		List<Candidate> selected = new ArrayList<>();
		List<Candidate> alike = new ArrayList<>();
		for (Candidate candidate : candidates.stream().sorted(Candidate.BEST_FIRST).toList()) {
			boolean isNew = selected.stream().allMatch((other) -> differ(candidate.sample(), other.sample()));
			(isNew ? selected : alike).add(candidate);
			if (selected.size() == count) {
				return selected;
			}
		}
		selected.addAll(alike.subList(0, Math.min(alike.size(), count - selected.size())));
		return selected;
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
