package io.eidolon.serving;

import java.time.Duration;

/** The service has no room for the request now; the same one may succeed in a moment. */
public final class ServiceBusyException extends RuntimeException {

	private static final Duration A_MOMENT = Duration.ofSeconds(1);

	private final Duration retryAfter;

	ServiceBusyException(String reason) {
		this(reason, A_MOMENT);
	}

	/**
	 * Creates an exception.
	 * @param retryAfter after which time there will be room
	 */
	ServiceBusyException(String reason, Duration retryAfter) {
		super(reason);
		this.retryAfter = retryAfter;
	}

	ServiceBusyException(RuntimeException cause) {
		super(cause.getMessage(), cause);
		this.retryAfter = A_MOMENT;
	}

	/** After which time the same request may succeed. */
	public Duration retryAfter() {
		return this.retryAfter;
	}

}
