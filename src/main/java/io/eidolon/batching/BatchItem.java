package io.eidolon.batching;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The future of an item, with when it came and when it is too late for it.
 *
 * @param <I> the type of an item
 * @param <O> the type of its result
 */
final class BatchItem<I, O> extends CompletableFuture<O> {

	private final I item;

	private final Object client;

	private final Priority priority;

	private final long submitted;

	private final @Nullable Deadline deadline;

	private final Consumer<BatchItem<I, O>> cancelled;

	/**
	 * Creates an item.
	 * @param client who takes turns with others
	 * @param priority whether somebody waits for it
	 * @param submitted when it came
	 * @param cancelled is told when nobody wants its result any more
	 */
	BatchItem(I item, Object client, Priority priority, long submitted, @Nullable Deadline deadline,
			Consumer<BatchItem<I, O>> cancelled) {
		this.item = item;
		this.client = client;
		this.priority = priority;
		this.submitted = submitted;
		this.deadline = deadline;
		this.cancelled = cancelled;
	}

	I item() {
		return this.item;
	}

	Object client() {
		return this.client;
	}

	Priority priority() {
		return this.priority;
	}

	Duration waited(long now) {
		return Duration.ofNanos(now - this.submitted);
	}

	boolean isLate(long now) {
		return this.deadline != null && this.deadline.hasPassed(now);
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		if (!isDone()) {
			this.cancelled.accept(this);
		}
		return super.cancel(mayInterruptIfRunning);
	}

	@Override
	public <U> CompletableFuture<U> newIncompleteFuture() {
		return new CompletableFuture<>();
	}

}
