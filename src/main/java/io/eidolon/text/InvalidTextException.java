package io.eidolon.text;

/** Says in one line why a text cannot be encoded, and what is allowed. */
public final class InvalidTextException extends RuntimeException {

	InvalidTextException(String message) {
		super(message);
	}

}
