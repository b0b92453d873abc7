package io.eidolon.web.security;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;

/**
 * The keys of files that are looked at again and again. What cannot be read changes
 * nothing: the last good keys stay, and the log says so.
 */
final class WatchedKeys implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(WatchedKeys.class);

	private final KeyFiles files;

	private final ApplicationEventPublisher events;

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("keys").factory());

	private volatile ApiKeys keys;

	/** What is wrong with the files, empty when nothing is. For the timer alone. */
	private String failure = "";

	/**
	 * Reads the keys, and again after each period.
	 * @throws KeyFileException when they cannot be read the first time, or there is none
	 */
	WatchedKeys(KeyFiles files, long periodMillis, ApplicationEventPublisher events) {
		this.files = files;
		this.events = events;
		this.keys = files.read();
		if (this.keys.keys().isEmpty()) {
			throw new KeyFileException("%s: has no key; the command key makes one".formatted(files.path()));
		}
		if (periodMillis > 0) {
			this.timer.scheduleWithFixedDelay(this::look, periodMillis, periodMillis, TimeUnit.MILLISECONDS);
		}
	}

	ApiKeys keys() {
		return this.keys;
	}

	void look() {
		try {
			ApiKeys read = this.files.read();
			Map<String, String> changes = this.keys.changes(read);
			this.keys = read;
			this.failure = "";
			if (!changes.isEmpty()) {
				this.events.publishEvent(new AuditApplicationEvent("service", "KEYS_CHANGED", Map.copyOf(changes)));
			}
		}
		catch (KeyFileException ex) {
			if (!this.failure.equals(ex.getMessage())) {
				logger.error("ALARM: keys are not taken up, the last good ones stay: {}", ex.getMessage());
			}
			this.failure = String.valueOf(ex.getMessage());
		}
		catch (RuntimeException ex) {
			logger.error("ALARM: keys are not taken up, the last good ones stay", ex);
		}
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

}
