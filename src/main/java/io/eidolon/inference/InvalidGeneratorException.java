package io.eidolon.inference;

import org.jspecify.annotations.Nullable;

/** Says in one line what was found in the place of a generator, and what is needed. */
public final class InvalidGeneratorException extends RuntimeException {

	InvalidGeneratorException(String message) {
		super(message);
	}

	InvalidGeneratorException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
