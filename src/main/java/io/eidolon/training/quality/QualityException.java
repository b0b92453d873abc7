package io.eidolon.training.quality;

/** Says in one line why quality cannot be measured. */
public final class QualityException extends RuntimeException {

	QualityException(String message) {
		super(message);
	}

	QualityException(String message, Throwable cause) {
		super(message, cause);
	}

}
