package io.eidolon.inference.gradient;

/**
 * Says that the files of an open generator are not those that it was opened from, so that
 * its gradient cannot be taken from them.
 */
public final class ModelChangedException extends RuntimeException {

	ModelChangedException(String model, String version, Throwable cause) {
		super("The files of %s version %s have changed since it was opened; try again when they are loaded anew"
			.formatted(model, version), cause);
	}

}
