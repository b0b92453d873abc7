package io.eidolon.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * A folder that follows an object store. While the store is away, what was copied last
 * stays.
 */
final class MirroredFolder implements ModelFolder, SmartLifecycle, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(MirroredFolder.class);

	private final Path path;

	private final Mirror mirror;

	private final ObjectStore store;

	private final Duration interval;

	private final InstantSource clock;

	private volatile @Nullable String problem;

	private volatile Instant updated;

	/** Null unless it follows the store. */
	private volatile @Nullable ScheduledExecutorService updates;

	/**
	 * Creates a folder that is filled when it starts.
	 * @param store closed with the folder
	 */
	MirroredFolder(ObjectStore store, Path path, Duration interval, InstantSource clock) {
		this.path = path;
		this.interval = interval;
		this.mirror = new Mirror(store, path);
		this.store = store;
		this.clock = clock;
		this.updated = Instant.EPOCH;
	}

	@Override
	public boolean isThere() {
		return false;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	/** Copies what there is, and goes on copying what changes. */
	@Override
	public void start() {
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("models-mirror").factory());
		this.updates = started;
		update();
		started.scheduleWithFixedDelay(this::update, this.interval.toMillis(), this.interval.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	@Override
	public void stop() {
		ScheduledExecutorService started = this.updates;
		if (started != null) {
			this.updates = null;
			started.shutdownNow();
		}
	}

	@Override
	public boolean isRunning() {
		return this.updates != null;
	}

	private void update() {
		try {
			List<String> problems = this.mirror.update();
			this.updated = this.clock.instant();
			report(problems.isEmpty() ? null : String.join("; ", problems));
		}
		// An exception would end the updates; the next one may do better
		catch (IOException | RuntimeException ex) {
			if (!isRunning()) {
				return; // interrupted by the end of the service
			}
			logger.debug("Cannot update {}", this.path, ex);
			report(String.valueOf(ex.getMessage()));
		}
	}

	private void report(@Nullable String now) {
		if (now != null && !now.equals(this.problem)) {
			logger.error("Models stay as they were: {}", now);
		}
		if (now == null && this.problem != null) {
			logger.info("Models follow the store again");
		}
		this.problem = now;
	}

	/** How long ago the store was last seen. */
	Duration age() {
		return Duration.between(this.updated, this.clock.instant());
	}

	@Override
	public Path path() {
		return this.path;
	}

	@Override
	public Optional<String> problem() {
		return Optional.ofNullable(this.problem);
	}

	@Override
	public void close() {
		stop();
		this.store.close();
	}

}
