package io.eidolon.training.loop;

/** Says in one line why a generator cannot be served; another one of the run may be. */
public class UnfitGeneratorException extends RuntimeException {

	public UnfitGeneratorException(String message) {
		super(message);
	}

}
