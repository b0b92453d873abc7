package io.eidolon.inference.onnx;

import org.jspecify.annotations.Nullable;

/** Says in one line why a network cannot be used, and what is needed. */
public final class InvalidModelException extends RuntimeException {

	public InvalidModelException(String message) {
		super(message);
	}

	public InvalidModelException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
