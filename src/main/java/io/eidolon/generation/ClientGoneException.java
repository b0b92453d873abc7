package io.eidolon.generation;

/** Nobody waits for the answer any more. */
public final class ClientGoneException extends RuntimeException {

	ClientGoneException() {
		super("The client has gone");
	}

}
