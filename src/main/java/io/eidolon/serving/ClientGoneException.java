package io.eidolon.serving;

/** Nobody waits for the answer any more. */
public final class ClientGoneException extends RuntimeException {

	/** Creates the exception. */
	public ClientGoneException() {
		super("The client has gone");
	}

}
