package io.eidolon.serving;

import java.time.Duration;

/**
 * How long a client waits for its answer.
 *
 * @param timeout in all
 * @param arrival when the request came, as {@link System#nanoTime()} counts it
 */
record TimeLimit(Duration timeout, long arrival) {

	/** How much time has passed since the request came. */
	Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.arrival);
	}

	/** How much is left, 0 or less after the deadline. */
	Duration remaining() {
		return this.timeout.minus(elapsed());
	}

	/**
	 * Ends the request when no time is left.
	 * @throws RequestTimeoutException after the deadline
	 */
	void check() {
		if (!remaining().isPositive()) {
			throw passed();
		}
	}

	/** What tells the client that its time is over. */
	RequestTimeoutException passed() {
		return new RequestTimeoutException(this.timeout);
	}

}
