package io.eidolon.batching;

import java.time.Duration;

/**
 * When an item that still waits has lost its purpose.
 *
 * @param nanoTime the time, as {@link System#nanoTime()} counts it
 */
public record Deadline(long nanoTime) {

	/** The deadline that comes after a time from now. */
	public static Deadline after(Duration timeout) {
		return new Deadline(System.nanoTime() + timeout.toNanos());
	}

	boolean hasPassed(long now) {
		return now - this.nanoTime >= 0;
	}

}
