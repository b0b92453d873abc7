package io.eidolon.web.server;

import org.jspecify.annotations.Nullable;

/**
 * What a connection does while one of its requests is processed. Written by the thread of
 * the request, read by those that make room for others.
 */
final class RequestPhase {

	private static final ThreadLocal<RequestPhase> CURRENT = new ThreadLocal<>();

	private volatile boolean waitingForClient;

	private volatile boolean ended;

	private volatile long began = System.nanoTime();

	/** That of the request which this thread processes, null outside of one. */
	static @Nullable RequestPhase current() {
		return CURRENT.get();
	}

	static RequestPhase begin() {
		RequestPhase phase = new RequestPhase();
		CURRENT.set(phase);
		return phase;
	}

	static void end() {
		CURRENT.remove();
	}

	/** Another request of the same connection begins. */
	void next() {
		this.began = System.nanoTime();
		this.waitingForClient = false;
	}

	/** Nothing more happens until the client sends something. */
	void waitForClient(boolean waiting) {
		this.waitingForClient = waiting;
	}

	boolean isWaitingForClient() {
		return this.waitingForClient;
	}

	/** Tells that the connection was closed in favour of another. */
	void closed() {
		this.ended = true;
	}

	boolean isClosed() {
		return this.ended;
	}

	/** When the request came, as {@link System#nanoTime()} counts it. */
	long began() {
		return this.began;
	}

}
