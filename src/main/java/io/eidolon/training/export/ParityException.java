package io.eidolon.training.export;

import io.eidolon.training.loop.UnfitGeneratorException;

/**
 * Says that the exported graph does not compute what the trained network does.
 */
public final class ParityException extends UnfitGeneratorException {

	public ParityException(String message) {
		super(message);
	}

}
