package io.eidolon.registry;

/** Says that no model is served at all, and why. */
public final class NoModelException extends RuntimeException {

	NoModelException(String reason) {
		super(reason);
	}

}
