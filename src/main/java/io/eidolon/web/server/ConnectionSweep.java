package io.eidolon.web.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Ends slow connections every now and then. */
@Component
class ConnectionSweep implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ConnectionSweep.class);

	private static final Duration PERIOD = Duration.ofMillis(500);

	private final List<BoundedEndpoint> endpoints = new CopyOnWriteArrayList<>();

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("connection-sweep").factory());

	ConnectionSweep(ServerProperties properties, @Value("${eidolon.web.request-timeout:30s}") Duration request) {
		Duration all = request.plus(properties.answerTimeout());
		this.timer.scheduleAtFixedRate(() -> sweep(properties.headTimeout(), all), PERIOD.toNanos(), PERIOD.toNanos(),
				TimeUnit.NANOSECONDS);
	}

	void watch(BoundedEndpoint endpoint) {
		this.endpoints.add(endpoint);
	}

	/** How many connections are open. */
	int open() {
		return this.endpoints.stream().mapToInt((endpoint) -> endpoint.getConnections().size()).sum();
	}

	private void sweep(Duration head, Duration request) {
		try {
			this.endpoints.forEach((endpoint) -> endpoint.endSlow(head, request));
		}
		catch (RuntimeException ex) {
			// The next time comes only if this one ends well.
			logger.error("Cannot look for slow connections", ex);
		}
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

}
