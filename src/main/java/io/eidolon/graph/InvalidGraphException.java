package io.eidolon.graph;

import org.jspecify.annotations.Nullable;

/** Says in one line what is wrong with a graph, what was found and what is needed. */
public final class InvalidGraphException extends RuntimeException {

	/** Creates the exception with its line. */
	public InvalidGraphException(String message) {
		super(message);
	}

	/** Creates the exception with its line and what led to it. */
	public InvalidGraphException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
