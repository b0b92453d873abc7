package io.eidolon.batching;

import java.time.Duration;
import java.util.List;

/**
 * Hears of each batch that gave results, on the thread that ran it, before its futures
 * complete. What it throws fails the batch.
 */
@FunctionalInterface
public interface BatchListener {

	/** Hears nothing. */
	BatchListener NONE = (size, waits, run) -> {
	};

	/**
	 * Tells of a batch.
	 * @param size how many items ran together
	 * @param waits for each item the time between its submission and the run
	 * @param run the time of the run
	 */
	void onBatch(int size, List<Duration> waits, Duration run);

}
