package io.eidolon.training;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings that there are, by name.
 *
 * @param names in their documented form: "card.data-name"
 */
record KnownSettings(Set<String> names) {

	/** What other programs call them. */
	private static final Map<String, String> ELSEWHERE = Map.of("lr", "learning-rate", "batch-size", "batch", "epochs",
			"steps", "niter", "steps", "dataset", "data", "dataroot", "data", "imsize", "image-size", "resolution",
			"image-size", "ngf", "nf", "output-dir", "output");

	/**
	 * Finds a setting by any form of its name that is understood: "imageSize" and
	 * "image_size" are "image-size", "augment[0]" is "augment".
	 */
	Optional<String> find(String name) {
		return this.names.stream().filter((known) -> uniform(known).equals(uniform(name))).findFirst();
	}

	/**
	 * Returns those that there are not, in order, each with the name that was likely
	 * meant.
	 */
	List<String> unknown(Collection<String> given) {
		return given.stream()
			.filter((name) -> find(name).isEmpty())
			.sorted()
			.map((name) -> name + nearest(name).map(" (%s?)"::formatted).orElse(""))
			.toList();
	}

	/**
	 * Finds the setting that other programs call so, or that of the nearest name, unless
	 * that is far off.
	 */
	Optional<String> nearest(String name) {
		return calledElsewhere(name).or(() -> nearestByLetters(name));
	}

	private Optional<String> calledElsewhere(String name) {
		int last = name.lastIndexOf('.') + 1;
		String own = ELSEWHERE.get(name.substring(last).replace('_', '-').toLowerCase(Locale.ROOT));
		return (own != null) ? find(name.substring(0, last) + own) : Optional.empty();
	}

	private Optional<String> nearestByLetters(String name) {
		return this.names.stream()
			.min(Comparator.comparingInt((String known) -> distance(known, name))
				.thenComparing(Comparator.naturalOrder()))
			.filter((known) -> distance(known, name) <= Math.max(2, name.length() / 3));
	}

	private static String uniform(String name) {
		return name.replaceFirst("\\[\\d+]$", "").replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
	}

	/**
	 * The insertions, deletions and replacements that lead from one to the other
	 * (Levenshtein).
	 */
	private static int distance(String one, String other) {
		int[] row = new int[other.length() + 1];
		for (int j = 0; j < row.length; j++) {
			row[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j < row.length; j++) {
				int replaced = diagonal + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
			}
		}
		return row[other.length()];
	}

}
