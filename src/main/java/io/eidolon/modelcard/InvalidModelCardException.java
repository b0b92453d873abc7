package io.eidolon.modelcard;

/** Says in one line what is wrong with a model's card or with the files it names. */
public final class InvalidModelCardException extends RuntimeException {

	InvalidModelCardException(String message) {
		super(message);
	}

	InvalidModelCardException(String message, Throwable cause) {
		super(message, cause);
	}

}
