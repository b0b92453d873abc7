package io.eidolon.batching;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Groups items that arrive one by one into batches. Items wait first come, first served
 * in a bounded queue; each of the workers, which are platform threads, takes what waits
 * up to the largest batch, and never waits for more to come. Every future completes: with
 * the item's result, or exceptionally with what the function threw, with
 * {@link QueueFullException} or with {@link BatcherClosedException}. Futures complete on
 * the worker, and so do stages that follow them.
 *
 * @param <I> the type of an item
 * @param <O> the type of its result
 */
public final class Batcher<I, O> implements AutoCloseable {

	private final String name;

	private final BatchSettings settings;

	private final BatchFunction<I, O> function;

	private final BatchListener listener;

	private final LongSupplier nanoTime;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	/** Guarded by the lock, as are the two fields below. */
	private final Queue<Entry<I, O>> queue = new ArrayDeque<>();

	private int idle;

	private boolean closed;

	private final List<Thread> workers;

	/** Creates a batcher and starts its workers, which bear its name. */
	public Batcher(String name, BatchSettings settings, BatchFunction<I, O> function, BatchListener listener) {
		this(name, settings, function, listener, System::nanoTime);
	}

	Batcher(String name, BatchSettings settings, BatchFunction<I, O> function, BatchListener listener,
			LongSupplier nanoTime) {
		this.name = name;
		this.settings = settings;
		this.function = function;
		this.listener = listener;
		this.nanoTime = nanoTime;
		Thread.Builder thread = Thread.ofPlatform().daemon(false).name(name + "-", 1);
		this.workers = Stream.generate(() -> thread.unstarted(this::work)).limit(settings.workers()).toList();
		this.workers.forEach(Thread::start);
	}

	/**
	 * Submits an item. Cancelling the future takes the item out, unless it runs already.
	 */
	public CompletableFuture<O> submit(I item) {
		return submitAll(List.of(item)).getFirst();
	}

	/**
	 * Submits items that belong together: all enter the queue, or none does.
	 * @return a future for each item, in their order
	 */
	public List<CompletableFuture<O>> submitAll(List<I> items) {
		long now = this.nanoTime.getAsLong();
		List<Entry<I, O>> entries = items.stream().map((item) -> new Entry<I, O>(item, now)).toList();
		this.lock.lock();
		try {
			if (this.closed) {
				fail(entries, new BatcherClosedException(this.name));
			}
			else if (entries.size() > this.settings.capacity() - this.queue.size()) {
				fail(entries, new QueueFullException(this.name, this.settings.capacity(), entries.size()));
			}
			else {
				this.queue.addAll(entries);
				this.changed.signalAll();
			}
		}
		finally {
			this.lock.unlock();
		}
		return entries.stream().map(Entry::future).toList();
	}

	/** How many items wait. */
	public int queued() {
		this.lock.lock();
		try {
			return this.queue.size();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** How many workers wait for items. */
	int idle() {
		this.lock.lock();
		try {
			return this.idle;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Takes no more items, finishes those that were taken and waits for the workers. A
	 * stage that runs on a worker may close its batcher: what waits then runs there.
	 */
	@Override
	public void close() {
		boolean first;
		this.lock.lock();
		try {
			first = !this.closed;
			this.closed = true;
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
		if (this.workers.contains(Thread.currentThread())) {
			// Only the first waits for the others: two that wait for each other never
			// end.
			if (first) {
				work();
				joinWorkers();
			}
		}
		else {
			joinWorkers();
		}
	}

	private void joinWorkers() {
		boolean interrupted = false;
		for (Thread worker : this.workers) {
			while (worker != Thread.currentThread() && worker.isAlive()) {
				try {
					worker.join();
				}
				catch (InterruptedException ex) {
					interrupted = true;
				}
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private void work() {
		for (List<Entry<I, O>> batch = take(); !batch.isEmpty(); batch = take()) {
			run(batch);
		}
	}

	/** Waits for items; none means that the batcher is closed and its queue empty. */
	private List<Entry<I, O>> take() {
		List<Entry<I, O>> batch = new ArrayList<>(this.settings.maxBatch());
		this.lock.lock();
		try {
			while (batch.isEmpty()) {
				while (this.queue.isEmpty()) {
					if (this.closed) {
						return batch;
					}
					this.idle++;
					this.changed.awaitUninterruptibly();
					this.idle--;
				}
				drainTo(batch);
			}
		}
		finally {
			this.lock.unlock();
		}
		return batch;
	}

	/** Idle workers get their share, so that a few items run side by side. */
	private void drainTo(List<Entry<I, O>> batch) {
		int share = Math.min(this.settings.maxBatch(), Math.ceilDiv(this.queue.size(), 1 + this.idle));
		for (Entry<I, O> entry = this.queue.poll(); entry != null; entry = this.queue.poll()) {
			if (!entry.future().isDone()) {
				batch.add(entry);
			}
			if (batch.size() == share) {
				return;
			}
		}
	}

	private void run(List<Entry<I, O>> batch) {
		long start = this.nanoTime.getAsLong();
		try {
			List<O> results = this.function.apply(batch.stream().map(Entry::item).toList());
			if (results.size() != batch.size()) {
				throw new IllegalStateException(
						"%s: %d results came back for %d items".formatted(this.name, results.size(), batch.size()));
			}
			tell(batch, start);
			IntStream.range(0, batch.size()).forEach((i) -> batch.get(i).future().complete(results.get(i)));
		}
		catch (Throwable ex) {
			fail(batch, ex);
		}
	}

	private void tell(List<Entry<I, O>> batch, long start) {
		long end = this.nanoTime.getAsLong();
		List<Duration> waits = batch.stream().map((entry) -> Duration.ofNanos(start - entry.submitted())).toList();
		this.listener.onBatch(batch.size(), waits, Duration.ofNanos(end - start));
	}

	private static <I, O> void fail(List<Entry<I, O>> entries, Throwable cause) {
		entries.forEach((entry) -> entry.future().completeExceptionally(cause));
	}

	/** An item, when it came (in nanoseconds of the batcher's clock), and its future. */
	private record Entry<I, O>(I item, long submitted, CompletableFuture<O> future) {

		Entry(I item, long submitted) {
			this(item, submitted, new CompletableFuture<>());
		}

	}

}
