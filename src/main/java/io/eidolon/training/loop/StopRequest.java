package io.eidolon.training.loop;

/** Says whether a task was told to end. A task asks before each of its steps. */
@FunctionalInterface
public interface StopRequest {

	/** The task runs to its end. */
	StopRequest NEVER = () -> false;

	boolean requested();

	/**
	 * Ends a task that has nothing to save.
	 * @throws StoppedException when it was told to end
	 */
	default void check() {
		if (requested()) {
			throw new StoppedException();
		}
	}

}
