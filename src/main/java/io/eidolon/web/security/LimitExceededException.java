package io.eidolon.web.security;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** A client has asked for more than it may. Its message says what the limit is. */
final class LimitExceededException extends RuntimeException {

	private final String limit;

	private final long value;

	private final @Nullable Duration retryAfter;

	/**
	 * Creates the exception.
	 * @param limit the limit, as its setting is called
	 * @param value what it is
	 * @param remedy what the client can do
	 * @param retryAfter after which time it may ask again, null when that would not help
	 */
	LimitExceededException(String limit, long value, String remedy, @Nullable Duration retryAfter) {
		super("%s is %s for this client; %s".formatted(limit, value, remedy));
		this.limit = limit;
		this.value = value;
		this.retryAfter = retryAfter;
	}

	String limit() {
		return this.limit;
	}

	long value() {
		return this.value;
	}

	@Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
