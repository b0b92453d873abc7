package io.eidolon.training.data.files;

/** Says in one line, with the path, why a set of pictures cannot be used. */
public final class DataException extends RuntimeException {

	public DataException(String message) {
		super(message);
	}

	public DataException(String message, Throwable cause) {
		super(message, cause);
	}

}
