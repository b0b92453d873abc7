package io.eidolon.web.http;

import java.time.Duration;

import io.eidolon.serving.Client;
import org.jspecify.annotations.Nullable;

/**
 * The client of one request.
 *
 * @param timeout how long it waits in all
 * @param since when its request came, as {@link System#nanoTime()} counts it
 * @param connection where it waits, null when that is not known
 */
record WaitingClient(Duration timeout, long since, @Nullable ClientConnection connection) implements Client {

	@Override
	public Duration remaining() {
		return this.timeout.minusNanos(System.nanoTime() - this.since);
	}

	@Override
	public boolean isGone() {
		return this.connection != null && this.connection.isClosed();
	}

}
