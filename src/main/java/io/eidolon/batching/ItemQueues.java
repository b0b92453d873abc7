package io.eidolon.batching;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The items that wait for a batcher: those that somebody waits for, and those that nobody
 * does. For one thread at a time.
 *
 * @param <I> the type of an item
 * @param <O> the type of its result
 */
final class ItemQueues<I, O> {

	private final int capacity;

	private final FairQueue<BatchItem<I, O>> requests = new FairQueue<>();

	private final FairQueue<BatchItem<I, O>> background = new FairQueue<>();

	/**
	 * Creates queues.
	 * @param capacity how many items may wait in each; in that of requests as many again
	 * of clients that had none waiting
	 */
	ItemQueues(int capacity) {
		this.capacity = capacity;
	}

	private FairQueue<BatchItem<I, O>> of(Priority priority) {
		return (priority == Priority.REQUEST) ? this.requests : this.background;
	}

	/** How many more items of a client may wait. */
	int room(@Nullable Object client, Priority priority) {
		if (priority == Priority.BACKGROUND) {
			return this.capacity - this.background.size();
		}
		// Whoever has nothing waiting finds as much room again when others fill the
		// queue.
		boolean newcomer = client != null && !this.requests.has(client);
		return Math.min(this.capacity, (newcomer ? 2 : 1) * this.capacity - this.requests.size());
	}

	void add(Object client, Priority priority, List<BatchItem<I, O>> items) {
		of(priority).add(client, items);
	}

	void remove(BatchItem<I, O> item) {
		of(item.priority()).remove(item.client(), item);
	}

	/**
	 * Takes items that are to run together.
	 * @param most how many at most
	 * @param quiet whether no requests are likely to come meanwhile; otherwise what
	 * nobody waits for runs one by one
	 */
	List<BatchItem<I, O>> take(int most, boolean quiet) {
		return next().take((hasRequests() || quiet) ? most : 1);
	}

	/**
	 * How many are a batch's share of what waits and what runs.
	 * @param sharers how many batches share them
	 * @param running how many run
	 */
	int share(int sharers, int running) {
		return Math.ceilDiv(next().size() + running, sharers);
	}

	private FairQueue<BatchItem<I, O>> next() {
		return hasRequests() ? this.requests : this.background;
	}

	/** How many items wait that somebody waits for. */
	int requests() {
		return this.requests.size();
	}

	boolean hasRequests() {
		return !this.requests.isEmpty();
	}

	boolean isEmpty() {
		return this.requests.isEmpty() && this.background.isEmpty();
	}

}
