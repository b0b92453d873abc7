package io.eidolon.batching;

/** Refuses items because too many wait already; they may be submitted again later. */
public final class QueueFullException extends RuntimeException {

	private final int capacity;

	QueueFullException(String name, int capacity, int items) {
		super("%s is busy: its queue of %s has no room for %s more; try again later".formatted(name, capacity, items));
		this.capacity = capacity;
	}

	/** How many items may wait. */
	public int capacity() {
		return this.capacity;
	}

}
