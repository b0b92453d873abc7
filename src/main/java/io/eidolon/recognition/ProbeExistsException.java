package io.eidolon.recognition;

/** There is a probe of that name, or there are as many as there may be. */
public final class ProbeExistsException extends RuntimeException {

	ProbeExistsException(String message) {
		super(message);
	}

}
