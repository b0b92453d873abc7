package io.eidolon.training.loop;

/** Says in one line why a run cannot start or go on. */
public final class TrainingException extends RuntimeException {

	public TrainingException(String message) {
		super(message);
	}

	public TrainingException(String message, Throwable cause) {
		super(message, cause);
	}

}
