package io.eidolon.serving;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

import io.eidolon.batching.BatcherClosedException;
import io.eidolon.batching.QueueFullException;

import org.springframework.stereotype.Component;

/**
 * Lets threads wait for pictures, and look every now and then whether their client still
 * does. One timer wakes them all: a timed wait would cost each of them one of its own.
 */
@Component
public class Lookout implements AutoCloseable {

	/** Between two looks, and before the first. */
	private static final Duration PAUSE = Duration.ofMillis(50);

	private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("lookout").factory());

	Lookout() {
		this.timer.scheduleAtFixedRate(() -> this.waiting.forEach(LockSupport::unpark), PAUSE.toNanos(),
				PAUSE.toNanos(), TimeUnit.NANOSECONDS);
	}

	/**
	 * Waits until a future is done.
	 * @throws RequestTimeoutException when the client's time is over
	 * @throws ClientGoneException when the client has gone
	 */
	void await(CompletableFuture<?> future, Client client) {
		if (future.isDone()) {
			return;
		}
		Thread thread = Thread.currentThread();
		future.whenComplete((_, _) -> LockSupport.unpark(thread));
		this.waiting.add(thread);
		try {
			while (!future.isDone()) {
				LockSupport.park(this);
				look(future, client);
			}
		}
		finally {
			this.waiting.remove(thread);
		}
	}

	/**
	 * Waits for what a future gives.
	 * @throws ServiceBusyException when a model has no room for it now
	 * @throws RequestTimeoutException when the client's time is over
	 * @throws ClientGoneException when the client has gone
	 */
	public <T> T join(CompletableFuture<T> future, Client client) {
		await(future, client);
		try {
			return future.join();
		}
		catch (CompletionException ex) {
			throw switch (ex.getCause()) {
				case QueueFullException busy -> new ServiceBusyException(busy);
				case BatcherClosedException closed -> new ServiceBusyException(closed);
				case TimeoutException _ -> new RequestTimeoutException(client.timeout());
				case RuntimeException cause -> cause;
				case null, default -> ex;
			};
		}
	}

	private static void look(CompletableFuture<?> future, Client client) {
		if (future.isDone()) {
			return;
		}
		if (Thread.interrupted()) {
			throw new ServiceBusyException("The service stops");
		}
		Duration remaining = client.remaining();
		if (!remaining.isPositive()) {
			throw new RequestTimeoutException(client.timeout());
		}
		if (client.timeout().minus(remaining).compareTo(PAUSE) > 0 && client.isGone()) {
			throw new ClientGoneException();
		}
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

}
