package io.eidolon.inference;

/** Refuses pictures because too many wait already; they may be asked for again later. */
public final class GeneratorBusyException extends RuntimeException {

	private final int capacity;

	GeneratorBusyException(String model, int capacity, Throwable cause) {
		super("%s is busy: its queue holds %d pictures; try again later".formatted(model, capacity), cause);
		this.capacity = capacity;
	}

	/** How many pictures may wait. */
	public int capacity() {
		return this.capacity;
	}

}
