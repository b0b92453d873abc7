package io.eidolon.serving;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.springframework.stereotype.Component;

/** Threads of the platform that encode and decode large images, as many as cores. */
@Component
class ImageThreads implements AutoCloseable {

	/** So few are encoded in about the time that it takes to wake another thread. */
	static final long FEW_PIXELS = 128 * 128;

	private static final int CAPACITY = 1024;

	private final ThreadPoolExecutor threads;

	ImageThreads() {
		this(Runtime.getRuntime().availableProcessors(), CAPACITY);
	}

	ImageThreads(int count, int capacity) {
		this.threads = new ThreadPoolExecutor(count, count, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(capacity),
				Thread.ofPlatform().daemon().name("images-", 1).factory());
	}

	/**
	 * Submits work. Cancelling the task takes it out, or tells the work that nobody waits
	 * for it any more.
	 * @param work hears whether it was cancelled
	 * @throws ServiceBusyException when too much waits
	 */
	<T> Task<T> submit(Function<BooleanSupplier, T> work) {
		Task<T> task = new Task<>(work);
		try {
			this.threads.execute(task);
		}
		catch (RejectedExecutionException ex) {
			throw new ServiceBusyException("Too many images wait to be encoded or decoded; try again later");
		}
		return task;
	}

	@Override
	public void close() {
		this.threads.shutdown();
	}

	/** The future of some work, which may run on a while after it was cancelled. */
	final class Task<T> extends CompletableFuture<T> implements Runnable {

		private final Function<BooleanSupplier, T> work;

		private final CompletableFuture<Void> ended = new CompletableFuture<>();

		private Task(Function<BooleanSupplier, T> work) {
			this.work = work;
		}

		/** Done when the work does not run any more, and will not. */
		CompletableFuture<Void> ended() {
			return this.ended;
		}

		@Override
		public void run() {
			try {
				if (!isDone()) {
					complete(this.work.apply(this::isDone));
				}
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
			if (ImageThreads.this.threads.remove(this)) {
				this.ended.complete(null);
			}
			return cancelled;
		}

		@Override
		public <U> CompletableFuture<U> newIncompleteFuture() {
			return new CompletableFuture<>();
		}

	}

}
