package io.eidolon.training.loop;

/** Ends a task that was told to end before it was complete. */
public final class StoppedException extends RuntimeException {

	public StoppedException() {
		super("Stopped before it was complete");
	}

}
