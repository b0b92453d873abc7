package io.eidolon.serving;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import io.eidolon.batching.BatchListener;
import io.eidolon.batching.BatchSettings;
import io.eidolon.batching.Batcher;
import io.eidolon.batching.Workers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Threads of the platform that encode and decode large images, as many as cores. Clients
 * take turns. What would not be done in time is refused at once.
 */
@Component
class ImageThreads implements AutoCloseable {

	/** So few are encoded in about the time that it takes to wake another thread. */
	static final long FEW_PIXELS = 128 * 128;

	private static final int CAPACITY = 1024;

	/** The share of its time in which work must be expected to be done. */
	private static final double EXPECTED_WITHIN = 0.75;

	private final Workers threads;

	private final Batcher<Task<?>, Boolean> queue;

	private final PixelLoad load;

	@Autowired
	ImageThreads(MeterRegistry meters) {
		this(Runtime.getRuntime().availableProcessors(), CAPACITY);
		Gauge.builder("eidolon.image.queue.depth", this.queue, Batcher::queued)
			.description("Large images that wait to be encoded or decoded")
			.register(meters);
	}

	ImageThreads(int count, int capacity) {
		this.threads = new Workers("images", count);
		this.load = new PixelLoad(count);
		this.queue = new Batcher<>("images", this.threads, new BatchSettings(capacity, 1, false), ImageThreads::run,
				BatchListener.NONE);
	}

	private static List<Boolean> run(List<Task<?>> tasks) {
		tasks.forEach(Task::run);
		return tasks.stream().map((_) -> true).toList();
	}

	/**
	 * Submits work. Cancelling the task takes it out, or tells the work that nobody waits
	 * for it any more.
	 * @param client whose it is
	 * @param pixels how many are encoded or decoded, 0 when it is other work
	 * @param remaining until when it must be done
	 * @param work hears whether it was cancelled
	 * @throws ServiceBusyException when too much waits
	 */
	<T> Task<T> submit(String client, long pixels, Duration remaining, Function<BooleanSupplier, T> work) {
		Task<T> task = new Task<>(pixels, work);
		Duration expected = this.load.add(pixels);
		task.ended.whenComplete((_, _) -> this.load.remove(pixels));
		Duration allowed = Duration.ofNanos((long) (EXPECTED_WITHIN * remaining.toNanos()));
		if (expected.compareTo(allowed) > 0) {
			task.ended.complete(null);
			throw new ServiceBusyException(
					"So many images wait to be encoded or decoded that this one would not be done in time; try again later",
					expected.minus(allowed));
		}
		CompletableFuture<Boolean> turn = this.queue.submitAll(List.of(task), client).getFirst();
		if (turn.isCompletedExceptionally()) {
			task.ended.complete(null);
			throw new ServiceBusyException("Too many images wait to be encoded or decoded; try again later");
		}
		task.turn = turn;
		return task;
	}

	@Override
	public void close() {
		this.queue.close();
		this.threads.close();
	}

	/** The future of some work, which may run on a while after it was cancelled. */
	final class Task<T> extends CompletableFuture<T> {

		private final long pixels;

		private final Function<BooleanSupplier, T> work;

		private final AtomicBoolean begun = new AtomicBoolean();

		private final CompletableFuture<Void> ended = new CompletableFuture<>();

		private @Nullable CompletableFuture<Boolean> turn;

		private Task(long pixels, Function<BooleanSupplier, T> work) {
			this.pixels = pixels;
			this.work = work;
		}

		/** Done when the work does not run any more, and will not. */
		CompletableFuture<Void> ended() {
			return this.ended;
		}

		private void run() {
			if (!this.begun.compareAndSet(false, true)) {
				return;
			}
			long start = System.nanoTime();
			try {
				T result = this.work.apply(this::isDone);
				if (this.pixels > 0) {
					ImageThreads.this.load.measure(this.pixels, System.nanoTime() - start);
				}
				complete(result);
			}
			catch (Throwable ex) {
				completeExceptionally(ex);
			}
			finally {
				this.ended.complete(null);
			}
		}

		@Override
		public boolean cancel(boolean mayInterruptIfRunning) {
			boolean cancelled = super.cancel(mayInterruptIfRunning);
			if (this.begun.compareAndSet(false, true)) {
				this.ended.complete(null);
				Objects.requireNonNull(this.turn).cancel(false);
			}
			return cancelled;
		}

		@Override
		public <U> CompletableFuture<U> newIncompleteFuture() {
			return new CompletableFuture<>();
		}

	}

}
