package io.eidolon.batching;

/** Refuses items because too many wait already; they may be submitted again later. */
public final class QueueFullException extends RuntimeException {

	private final int capacity;

	QueueFullException(String name, int capacity, int items) {
		super("%s: no room for %d in the queue of %d; try again later".formatted(name, items, capacity));
		this.capacity = capacity;
	}

	/** How many items may wait. */
	public int capacity() {
		return this.capacity;
	}

}
