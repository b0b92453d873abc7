package io.eidolon.batching;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Runs batches: applies a function to the items, and completes their futures with its
 * results, or with what it threw.
 *
 * @param <I> the type of an item
 * @param <O> the type of its result
 */
final class BatchRun<I, O> {

	/**
	 * A caller's thread may be a virtual one. A run keeps it on its carrier, of which
	 * there are as few as cores, and which other virtual threads wait for.
	 */
	private static final long LONGEST_ON_CALLER = TimeUnit.MILLISECONDS.toNanos(10);

	private final String name;

	private final BatchFunction<I, O> function;

	private final BatchListener listener;

	private final LongSupplier nanoTime;

	private volatile boolean quick;

	BatchRun(String name, BatchFunction<I, O> function, BatchListener listener, LongSupplier nanoTime) {
		this.name = name;
		this.function = function;
		this.listener = listener;
		this.nanoTime = nanoTime;
	}

	/** Whether the last run was short enough for the thread of a caller. */
	boolean isQuick() {
		return this.quick;
	}

	/**
	 * Runs a batch.
	 * @param late items that are not run any more
	 */
	void run(List<BatchItem<I, O>> batch, List<BatchItem<I, O>> late) {
		if (!late.isEmpty()) {
			fail(late, new TimeoutException(this.name + ": the time was over before the turn came"));
		}
		if (!batch.isEmpty()) {
			run(batch);
		}
	}

	private void run(List<BatchItem<I, O>> batch) {
		long start = this.nanoTime.getAsLong();
		try {
			List<O> results = this.function.apply(batch.stream().map(BatchItem::item).toList());
			if (results.size() != batch.size()) {
				throw new IllegalStateException(
						"%s: %s results came back for %s items".formatted(this.name, results.size(), batch.size()));
			}
			tell(batch, start);
			for (int i = 0; i < batch.size(); i++) {
				batch.get(i).complete(results.get(i));
			}
		}
		catch (Throwable ex) {
			fail(batch, ex);
		}
	}

	private void tell(List<BatchItem<I, O>> batch, long start) {
		long run = this.nanoTime.getAsLong() - start;
		this.quick = run <= LONGEST_ON_CALLER;
		List<Duration> waits = batch.stream().map((item) -> item.waited(start)).toList();
		this.listener.onBatch(batch.size(), waits, Duration.ofNanos(run));
	}

	static <I, O> void fail(List<BatchItem<I, O>> items, Throwable cause) {
		items.forEach((item) -> item.completeExceptionally(cause));
	}

}
