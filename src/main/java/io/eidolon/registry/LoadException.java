package io.eidolon.registry;

/** Says in one line why no generator can be opened at a location. */
final class LoadException extends RuntimeException {

	LoadException(String reason) {
		super(OneLine.of(reason));
	}

	LoadException(String reason, Throwable cause) {
		super(OneLine.of(reason), cause);
	}

	String reason() {
		return String.valueOf(getMessage());
	}

}
