package io.eidolon.batching;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The threads that run the batches of several {@link Batcher batchers}, which take turns;
 * those that somebody waits for go first. No more runs go side by side than there are
 * workers, whether a worker runs a batch or the caller that submitted it.
 * <p>
 * One lock guards the workers and all their batchers. Nothing that others wrote runs
 * under it. Whenever items wait and a run may start, some worker is awake, or has been
 * signalled, and will look: whoever makes that so signals one, and whoever leaves it so
 * passes the signal on.
 */
public final class Workers implements AutoCloseable {

	/** For how long after a request others are likely to come. */
	private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(1);

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	/**
	 * Each batcher with waiting items once, in turn. Guarded by the lock, as all below.
	 */
	private final Queue<Batcher<?, ?>> turns = new ArrayDeque<>();

	private int running;

	private int idle;

	private boolean closed;

	/** When something was submitted that somebody waits for, null for never. */
	private @Nullable Long lastRequest;

	private final List<Thread> threads;

	/**
	 * Starts workers, which are platform threads that bear this name and a number.
	 * @throws IllegalArgumentException when the count is below 1
	 */
	public Workers(String name, int count) {
		BatchSettings.atLeastOne("workers", count);
		Thread.Builder thread = Thread.ofPlatform().daemon(false).name(name + "-", 1);
		this.threads = Stream.generate(() -> thread.unstarted(this::work)).limit(count).toList();
		this.threads.forEach(Thread::start);
	}

	/** How many there are. */
	public int count() {
		return this.threads.size();
	}

	/**
	 * Finishes the items that were taken and waits for the threads, unless it is one of
	 * them that closes. What a batcher takes later runs on its caller's thread.
	 */
	@Override
	public void close() {
		this.lock.lock();
		try {
			this.closed = true;
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
		if (!this.threads.contains(Thread.currentThread())) {
			join();
		}
	}

	private void join() {
		boolean interrupted = false;
		for (Thread thread : this.threads) {
			while (thread.isAlive()) {
				try {
					thread.join();
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

	ReentrantLock lock() {
		return this.lock;
	}

	boolean isClosed() {
		return this.closed;
	}

	/** How many workers wait for items. */
	int idle() {
		return this.idle;
	}

	/** Whether nothing runs and nothing waits. */
	boolean isIdle() {
		return this.running == 0 && this.turns.isEmpty();
	}

	/** Hears that something is submitted. */
	void submitted(Priority priority, long now) {
		if (priority == Priority.REQUEST) {
			this.lastRequest = now;
		}
	}

	/** Whether nothing was submitted in the last while that somebody waits for. */
	boolean isQuiet(long now) {
		return this.lastRequest == null || now - this.lastRequest > QUIET_NANOS;
	}

	/** Gives a batcher its turns, as long as items wait in it. */
	void enqueue(Batcher<?, ?> batcher) {
		if (!this.turns.contains(batcher)) {
			this.turns.add(batcher);
		}
		signal();
	}

	/** Takes a batcher's turn away when nothing waits in it any more. */
	void dequeueIfEmpty(Batcher<?, ?> batcher) {
		if (batcher.isEmpty()) {
			this.turns.remove(batcher);
		}
	}

	/** Runs a batcher's next batch on this thread, without the lock. */
	void run(Batcher<?, ?> batcher) {
		this.running++;
		TakenBatch batch = batcher.start(Math.min(this.idle, Math.max(0, this.threads.size() - this.running)));
		this.turns.remove(batcher);
		if (!batcher.isEmpty()) {
			this.turns.add(batcher);
		}
		signal();
		this.lock.unlock();
		try {
			batch.run().run();
		}
		finally {
			this.lock.lock();
			this.running--;
			batcher.end(batch);
		}
	}

	/** Wakes a worker if there is something to run, or to end for. */
	void signal() {
		if (mayRun() && (!this.turns.isEmpty() || this.closed)) {
			this.changed.signal();
		}
	}

	private boolean mayRun() {
		return this.running < this.threads.size();
	}

	private Batcher<?, ?> next() {
		for (Batcher<?, ?> batcher : this.turns) {
			if (batcher.hasRequests()) {
				return batcher;
			}
		}
		return this.turns.element();
	}

	private void work() {
		this.lock.lock();
		try {
			while (true) {
				if (!this.turns.isEmpty() && mayRun()) {
					run(next());
				}
				else if (this.closed && this.turns.isEmpty()) {
					this.changed.signalAll();
					return;
				}
				else {
					this.idle++;
					this.changed.awaitUninterruptibly();
					this.idle--;
				}
			}
		}
		finally {
			this.lock.unlock();
		}
	}

}
