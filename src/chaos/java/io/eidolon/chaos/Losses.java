package io.eidolon.chaos;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was lost that the service must not lose. */
final class Losses {

	/** Those of an answer, and of a refusal that says when to come back. */
	private static final Set<Integer> ANSWERED = Set.of(200, 503, 504);

	private final List<String> all = new CopyOnWriteArrayList<>();

	/** Tells of a loss unless something holds. */
	void unless(boolean holds, String what) {
		if (!holds) {
			this.all.add(what);
		}
	}

	/**
	 * Tells of requests that had no answer, or one that blames the service.
	 * @param statuses how many answers had which status, 0 for none at all
	 */
	void unlessAnswered(String of, Map<Integer, Integer> statuses) {
		statuses.forEach((status, count) -> unless(ANSWERED.contains(status), "%d %s: %d".formatted(count, of, status)));
	}

	/** Prints them, and returns whether there are any. */
	boolean told() {
		System.out.println(this.all.isEmpty() ? "Nothing was lost" : "Lost: " + String.join("; ", this.all));
		return !this.all.isEmpty();
	}

}
