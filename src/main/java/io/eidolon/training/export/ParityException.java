package io.eidolon.training.export;

/**
 * Says that the exported graph does not compute what the trained network does.
 */
public final class ParityException extends RuntimeException {

	public ParityException(String message) {
		super(message);
	}

}
