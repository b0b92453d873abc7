package io.eidolon.training.data.files;

import java.util.Locale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is not trained on, counted by the reason. */
public final class PassedOver {

	private final Map<String, Integer> counts = new LinkedHashMap<>();

	/** Counts one more of a kind, which is said after its number: "72 .webp". */
	public void count(String kind) {
		count(kind, 1);
	}

	/** Counts some more of a kind. */
	public void count(String kind, int more) {
		if (more > 0) {
			this.counts.merge(kind, more, Integer::sum);
		}
	}

	/** Names one thing, which is said without a number. */
	public void name(String thing) {
		this.counts.put(thing, 0);
	}

	/** Adds what was passed over elsewhere. */
	public void add(PassedOver other) {
		other.counts.forEach((kind, count) -> this.counts.merge(kind, count, Integer::sum));
	}

	/** One entry for each kind, such as "72 .webp". */
	public List<String> entries() {
		return this.counts.entrySet()
			.stream()
			.map((entry) -> (entry.getValue() == 0) ? entry.getKey()
					: String.format(Locale.ROOT, "%,d %s", entry.getValue(), entry.getKey()))
			.toList();
	}

}
