package io.eidolon.registry;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Looks at the folder of models from time to time and takes up what has changed. Looking
 * works where file systems send no events, such as over NFS. Files that are still being
 * copied differ from look to look; they are taken up when they no longer do.
 */
@Component
@Profile("!train")
final class FolderWatcher implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(FolderWatcher.class);

	private final ModelRegistry registry;

	private final Duration interval;

	private Look last = Look.NONE;

	private volatile @Nullable ScheduledExecutorService clock;

	FolderWatcher(ModelRegistry registry, ModelsProperties properties) {
		this.registry = registry;
		this.interval = properties.refresh();
	}

	@Override
	public void start() {
		if (this.interval.isPositive()) {
			ScheduledExecutorService started = Executors
				.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("models-watcher").factory());
			started.scheduleWithFixedDelay(this::tryLook, this.interval.toMillis(), this.interval.toMillis(),
					TimeUnit.MILLISECONDS);
			this.clock = started;
		}
	}

	@Override
	public void stop() {
		ScheduledExecutorService started = this.clock;
		if (started != null) {
			started.shutdown();
			this.clock = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.clock != null;
	}

	private void tryLook() {
		try {
			look();
		}
		catch (RuntimeException ex) {
			// The next look may do better; an exception would end the looking.
			logger.error("Cannot look for models", ex);
		}
	}

	/** Looks once; what is as it was at the look before is taken up. */
	void look() {
		Look before = this.last;
		Look now = this.registry.look();
		this.last = now;
		this.registry.refresh(now, (place) -> Objects.equals(now.fingerprint(place), before.fingerprint(place)));
	}

}
