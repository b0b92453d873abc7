package io.eidolon.web.security;

/** A file of keys is not what it must be. Its message is one line, without any secret. */
final class KeyFileException extends RuntimeException {

	KeyFileException(String message) {
		super(message);
	}

}
