package io.eidolon.training.export;

/** Says that the exported graph does not draw what the trained network draws. */
public final class ParityException extends RuntimeException {

	ParityException(String message) {
		super(message);
	}

}
