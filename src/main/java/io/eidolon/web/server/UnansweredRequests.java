package io.eidolon.web.server;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Requests that have begun to come and are not answered. A server that stops waits for
 * them as for those that are being served, which are all that Tomcat counts: a body may
 * be under way, or the request wait for its turn. How long it waits at most is
 * {@code spring.lifecycle.timeout-per-shutdown-phase}.
 */
@Component
public class UnansweredRequests implements SmartLifecycle {

	private static final long LOOK_NANOS = 20_000_000;

	private final AtomicInteger count = new AtomicInteger();

	private volatile boolean running;

	UnansweredRequests(MeterRegistry meters) {
		Gauge.builder("eidolon.requests.unanswered", this.count, AtomicInteger::get)
			.description("Requests that have begun to come and are not answered")
			.register(meters);
	}

	/** A request begins to come. */
	public void begin() {
		this.count.incrementAndGet();
	}

	/** It is answered, or its client has left. */
	public void end() {
		this.count.decrementAndGet();
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public void stop(Runnable stopped) {
		Thread.ofVirtual().start(() -> {
			while (this.count.get() > 0) {
				LockSupport.parkNanos(LOOK_NANOS);
			}
			stop();
			stopped.run();
		});
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Together with those that are being served. */
	@Override
	public int getPhase() {
		return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
	}

}
