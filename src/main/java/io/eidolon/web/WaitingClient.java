package io.eidolon.web;

import java.time.Duration;

import io.eidolon.generation.Client;
import io.micrometer.core.instrument.Counter;
import org.jspecify.annotations.Nullable;

/**
 * The client of one request.
 *
 * @param timeout how long it waits in all
 * @param since when its request came, as {@link System#nanoTime()} counts it
 * @param connection where it waits, null when that is not known
 * @param abandoned counts those that have gone
 */
record WaitingClient(Duration timeout, long since, @Nullable ClientConnection connection,
		Counter abandoned) implements Client {

	@Override
	public Duration remaining() {
		return this.timeout.minusNanos(System.nanoTime() - this.since);
	}

	@Override
	public boolean isGone() {
		boolean gone = this.connection != null && this.connection.isClosed();
		if (gone) {
			this.abandoned.increment();
		}
		return gone;
	}

}
