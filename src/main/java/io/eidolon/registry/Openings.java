package io.eidolon.registry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The generators that are being opened now, side by side, a few at a time. One that takes
 * long goes on, but keeps neither its permit nor whoever waits: nothing can end ONNX
 * Runtime while it loads a graph.
 */
final class Openings {

	private final Duration patience;

	private final Semaphore permits = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

	private final Map<ModelLocation, CompletableFuture<Change>> running = new ConcurrentHashMap<>();

	/**
	 * Creates openings.
	 * @param patience how long one is waited for
	 */
	Openings(Duration patience) {
		this.patience = patience;
	}

	/** Whether the model at a location is being opened. */
	boolean isRunning(ModelLocation location) {
		return this.running.containsKey(location);
	}

	/** The locations whose models are being opened. */
	List<ModelLocation> locations() {
		return this.running.keySet().stream().sorted().toList();
	}

	/** Opens the model at a location, unless that is going on already. */
	CompletableFuture<Change> start(ModelLocation location, Supplier<Change> opening) {
		CompletableFuture<Change> future = new CompletableFuture<>();
		CompletableFuture<Change> earlier = this.running.putIfAbsent(location, future);
		if (earlier != null) {
			return earlier;
		}
		Thread.ofPlatform().daemon().name("model-loader").start(() -> run(location, opening, future));
		return future;
	}

	private void run(ModelLocation location, Supplier<Change> opening, CompletableFuture<Change> future) {
		this.permits.acquireUninterruptibly();
		AtomicBoolean released = new AtomicBoolean();
		Runnable release = () -> {
			if (released.compareAndSet(false, true)) {
				this.permits.release();
			}
		};
		CompletableFuture.delayedExecutor(this.patience.toMillis(), TimeUnit.MILLISECONDS).execute(release);
		try {
			Change change = opening.get();
			this.running.remove(location, future);
			future.complete(change);
		}
		catch (RuntimeException | Error ex) {
			this.running.remove(location, future);
			future.completeExceptionally(ex);
		}
		finally {
			release.run();
		}
	}

	/** Waits for those that are going on, for all of them together as long as for one. */
	void await() {
		await(Map.copyOf(this.running));
	}

	/** Waits for openings, for all of them together as long as for one. */
	List<Change> await(Map<ModelLocation, CompletableFuture<Change>> openings) {
		try {
			CompletableFuture.allOf(openings.values().toArray(CompletableFuture[]::new))
				.exceptionally((ex) -> null)
				.get(this.patience.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			// Those that are not finished say so.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (java.util.concurrent.ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
		return openings.entrySet()
			.stream()
			.map((opening) -> opening.getValue().getNow(Change.opening(opening.getKey(), this.patience)))
			.toList();
	}

}
