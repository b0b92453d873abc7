package io.eidolon.registry;

/** Says in one line why no generator can be opened at a location. */
final class LoadException extends RuntimeException {

	LoadException(String reason) {
		super(reason);
	}

	LoadException(String reason, Throwable cause) {
		super(reason, cause);
	}

	String reason() {
		return String.valueOf(getMessage());
	}

}
