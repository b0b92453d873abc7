package io.eidolon.web.admission;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.function.LongSupplier;

/**
 * Slows clients down that ask again as soon as they are refused: to refuse costs little,
 * but thousands of times a second it costs those who are served. Guarded by its owner's
 * lock.
 */
final class RefusalDelay {

	/** So many refusals of a second are told a client at once. */
	static final int AT_ONCE = 16;

	static final Duration PERIOD = Duration.ofSeconds(1);

	private final LongSupplier nanoTime;

	/** How often each client was refused in the present second. */
	private final Map<String, Integer> refused = new HashMap<>();

	private long began;

	RefusalDelay(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		this.began = nanoTime.getAsLong();
	}

	/**
	 * Counts a refusal, and waits a second if there were many.
	 * @param never is never signalled
	 */
	void slowDown(String client, Condition never) {
		if (count(client) > AT_ONCE) {
			try {
				long left = PERIOD.toNanos();
				while (left > 0) {
					left = never.awaitNanos(left);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/** Counts a refusal, and returns how many there were in this second. */
	int count(String client) {
		long now = this.nanoTime.getAsLong();
		if (now - this.began > PERIOD.toNanos()) {
			this.refused.clear();
			this.began = now;
		}
		return this.refused.merge(client, 1, Integer::sum);
	}

}
