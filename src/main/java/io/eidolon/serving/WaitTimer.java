package io.eidolon.serving;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.springframework.stereotype.Component;

/**
 * Wakes all threads that wait for a future every {@link #PERIOD}, so that they can give
 * up. One timer serves them all: a timed wait would cost each of them one of its own.
 */
@Component
class WaitTimer implements AutoCloseable {

	static final Duration PERIOD = Duration.ofMillis(50);

	private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("wait-timer").factory());

	WaitTimer() {
		this.timer.scheduleAtFixedRate(() -> this.waiting.forEach(LockSupport::unpark), PERIOD.toNanos(),
				PERIOD.toNanos(), TimeUnit.NANOSECONDS);
	}

	/**
	 * Waits until a future is done.
	 * @param check runs every now and then; throws to end the wait
	 */
	void await(CompletableFuture<?> future, Runnable check) {
		if (future.isDone()) {
			return;
		}
		Thread thread = Thread.currentThread();
		future.whenComplete((_, _) -> LockSupport.unpark(thread));
		this.waiting.add(thread);
		try {
			while (!future.isDone()) {
				LockSupport.park(this);
				if (!future.isDone()) {
					check.run();
				}
			}
		}
		finally {
			this.waiting.remove(thread);
		}
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

}
