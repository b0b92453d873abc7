package io.eidolon.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** Medians, which one disturbed round does not move. */
final class Medians {

	private Medians() {
	}

	static double of(double... values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		int half = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
	}

	static <T> double of(Collection<T> items, ToDoubleFunction<T> value) {
		return of(items.stream().mapToDouble(value).toArray());
	}

}
