package io.eidolon.web.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets clients leave before the server stops. A kept connection cannot be closed without
 * the risk that its next request is on the way already; so for some time requests are
 * answered as ever, but each answer says that its connection closes. It ends sooner when
 * no connection is left.
 */
@Component
class Drain implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Drain.class);

	private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

	private final Duration longest;

	private final ConnectionSweep connections;

	private volatile boolean running;

	private volatile boolean draining;

	Drain(ServerProperties properties, ConnectionSweep connections) {
		this.longest = properties.drainTime();
		this.connections = connections;
	}

	/** Whether connections are to close with their next answer. */
	boolean isDraining() {
		return this.draining;
	}

	@Override
	public void start() {
		this.draining = false;
		this.running = true;
	}

	@Override
	public void stop() {
		this.draining = true;
		long began = System.nanoTime();
		int before = this.connections.open();
		while (this.connections.open() > 0 && System.nanoTime() - began < this.longest.toNanos()
				&& !Thread.currentThread().isInterrupted()) {
			LockSupport.parkNanos(LOOK_NANOS);
		}
		logger.info("{} of {} connections closed in {} ms", before - this.connections.open(), before,
				TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Before the server takes no more requests. */
	@Override
	public int getPhase() {
		return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
	}

}
