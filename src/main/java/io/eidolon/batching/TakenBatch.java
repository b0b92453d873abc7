package io.eidolon.batching;

import java.util.ArrayList;
import java.util.List;

/**
 * A batch that was taken from its queue.
 *
 * @param size how many items it has
 * @param run runs them
 */
record TakenBatch(int size, Runnable run) {

	/** Leaves out what is done, as is what was cancelled, and what is late. */
	static <I, O> TakenBatch of(List<BatchItem<I, O>> taken, long now, BatchRun<I, O> run) {
		List<BatchItem<I, O>> items = new ArrayList<>();
		List<BatchItem<I, O>> late = new ArrayList<>();
		for (BatchItem<I, O> item : taken) {
			if (!item.isDone()) {
				(item.isLate(now) ? late : items).add(item);
			}
		}
		return new TakenBatch(items.size(), () -> run.run(items, late));
	}

}
