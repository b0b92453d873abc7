package io.eidolon.batching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Groups items that arrive one by one into batches. Items wait in a bounded queue, where
 * clients take turns, and so do items of one client that were submitted together with
 * others of it. What nobody waits for runs when nothing else waits. {@link Workers} that
 * are free take what waits up to the largest batch, and never wait for more to come. An
 * item that comes alone while nothing runs or waits runs at once on its caller's own
 * thread, provided that the last run was a short one.
 * <p>
 * Every future completes: with the item's result, or exceptionally with what the function
 * threw, with {@link QueueFullException}, with {@link BatcherClosedException}, or with
 * {@link TimeoutException} when the item's time was over before its turn came. Futures
 * complete on the thread that runs the batch, and so do stages that follow them.
 *
 * @param <I> the type of an item
 * @param <O> the type of its result
 */
public final class Batcher<I, O> implements AutoCloseable {

	private final String name;

	private final Workers workers;

	private final BatchSettings settings;

	private final BatchRun<I, O> run;

	private final LongSupplier nanoTime;

	private final ReentrantLock lock;

	private final Condition ended;

	/** Guarded by the lock, as the fields below. */
	private final ItemQueues<I, O> queues;

	/** The thread of each run; more than once when a stage began another. */
	private final List<Thread> runners = new ArrayList<>();

	/** How many items run. */
	private int running;

	private boolean closed;

	/** Creates a batcher whose batches run on these workers. */
	public Batcher(String name, Workers workers, BatchSettings settings, BatchFunction<I, O> function,
			BatchListener listener) {
		this(name, workers, settings, function, listener, System::nanoTime);
	}

	Batcher(String name, Workers workers, BatchSettings settings, BatchFunction<I, O> function, BatchListener listener,
			LongSupplier nanoTime) {
		this.name = name;
		this.workers = workers;
		this.settings = settings;
		this.queues = new ItemQueues<>(settings.capacity());
		this.run = new BatchRun<>(name, function, listener, nanoTime);
		this.nanoTime = nanoTime;
		this.lock = workers.lock();
		this.ended = this.lock.newCondition();
	}

	/**
	 * Submits an item. Cancelling the future takes the item out, unless it runs already.
	 */
	public CompletableFuture<O> submit(I item) {
		return submitAll(List.of(item)).getFirst();
	}

	/** Submits items that belong together, of nobody in particular. */
	public List<CompletableFuture<O>> submitAll(List<I> items) {
		return submit(items, null, Priority.REQUEST, null);
	}

	/**
	 * Submits items that belong together and may wait for ever.
	 * @param client who takes turns with others
	 */
	public List<CompletableFuture<O>> submitAll(List<I> items, String client) {
		return submit(items, client, Priority.REQUEST, null);
	}

	/**
	 * Submits items that belong together: all enter the queue, or none does.
	 * @param client who takes turns with others
	 * @param priority whether somebody waits for them
	 * @param deadline when those that still wait are dropped
	 * @return a future for each item, in their order
	 */
	public List<CompletableFuture<O>> submitAll(List<I> items, String client, Priority priority, Deadline deadline) {
		return submit(items, client, priority, deadline);
	}

	private List<CompletableFuture<O>> submit(List<I> items, @Nullable Object client, Priority priority,
			@Nullable Deadline deadline) {
		long now = this.nanoTime.getAsLong();
		Object owner = (client != null) ? client : new Object();
		List<BatchItem<I, O>> entries = new ArrayList<>(items.size());
		for (I item : items) {
			entries.add(new BatchItem<>(item, owner, priority, now, deadline, this::takeOut));
		}
		RuntimeException refusal = null;
		this.lock.lock();
		try {
			if (this.closed) {
				refusal = new BatcherClosedException(this.name);
			}
			else if (entries.size() > this.queues.room(client, priority)) {
				refusal = new QueueFullException(this.name, this.settings.capacity(), entries.size());
			}
			else {
				enter(owner, priority, entries, now);
			}
		}
		finally {
			this.lock.unlock();
		}
		if (refusal != null) {
			BatchRun.fail(entries, refusal);
		}
		return Collections.unmodifiableList(entries);
	}

	private void enter(Object client, Priority priority, List<BatchItem<I, O>> entries, long now) {
		boolean atOnce = priority == Priority.REQUEST && entries.size() == 1 && this.run.isQuick()
				&& this.settings.onCaller() && this.workers.isIdle();
		this.queues.add(client, priority, entries);
		this.workers.submitted(priority, now);
		if (this.workers.isClosed()) {
			runAll();
		}
		else if (atOnce) {
			this.workers.run(this);
			this.workers.signal();
		}
		else if (!entries.isEmpty()) {
			this.workers.enqueue(this);
		}
	}

	/** How many items wait that somebody waits for. */
	public int queued() {
		this.lock.lock();
		try {
			return this.queues.requests();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Takes no more items, and waits until those that were taken are finished. A stage
	 * that runs on a worker may close its batcher: what waits then runs there.
	 */
	@Override
	public void close() {
		this.lock.lock();
		try {
			boolean first = !this.closed;
			this.closed = true;
			if (!this.runners.contains(Thread.currentThread())) {
				while (!this.queues.isEmpty() || !this.runners.isEmpty()) {
					this.ended.awaitUninterruptibly();
				}
			}
			else if (first) {
				// Only the first waits for other runs: two that wait for each other never
				// end.
				finishAndAwaitOthers();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private void runAll() {
		while (!this.queues.isEmpty()) {
			this.workers.run(this);
		}
	}

	private void finishAndAwaitOthers() {
		runAll();
		while (this.runners.stream().anyMatch((runner) -> runner != Thread.currentThread())) {
			this.ended.awaitUninterruptibly();
		}
	}

	/** Whether nothing waits. */
	boolean isEmpty() {
		return this.queues.isEmpty();
	}

	/** Whether anything waits that somebody waits for. */
	boolean hasRequests() {
		return this.queues.hasRequests();
	}

	/**
	 * Takes a batch, which the caller then runs without the lock. Idle workers get their
	 * share, and so do those that run others of these items now: batches of one size end
	 * in turn, where a long one and many short ones would go on side by side.
	 */
	TakenBatch start(int idle) {
		long now = this.nanoTime.getAsLong();
		int most = Math.min(this.settings.maxBatch(), this.queues.share(1 + idle + this.runners.size(), this.running));
		TakenBatch batch = TakenBatch.of(this.queues.take(most, this.workers.isQuiet(now)), now, this.run);
		this.runners.add(Thread.currentThread());
		this.running += batch.size();
		return batch;
	}

	/** Tells that a run on this thread is over. */
	void end(TakenBatch batch) {
		this.runners.remove(Thread.currentThread());
		this.running -= batch.size();
		if (this.closed) {
			this.ended.signalAll();
		}
	}

	private void takeOut(BatchItem<I, O> entry) {
		this.lock.lock();
		try {
			this.queues.remove(entry);
			this.workers.dequeueIfEmpty(this);
			if (this.closed) {
				this.ended.signalAll();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

}
