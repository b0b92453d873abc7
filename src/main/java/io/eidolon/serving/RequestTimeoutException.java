package io.eidolon.serving;

import java.time.Duration;

/** The time in which a client wanted its answer is over. */
public final class RequestTimeoutException extends RuntimeException {

	private final Duration timeout;

	RequestTimeoutException(Duration timeout) {
		super("No answer within %s".formatted(timeout));
		this.timeout = timeout;
	}

	/** How long the client waited. */
	public Duration timeout() {
		return this.timeout;
	}

}
