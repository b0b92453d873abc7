package io.eidolon.registry;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.eidolon.store.ModelFolder;
import jakarta.annotation.PostConstruct;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Opens the models when the service starts, and takes up what changes in their folder.
 * Scanning it from time to time works where file systems send no events, such as over
 * NFS. Files that are still being copied differ from scan to scan; they are taken up when
 * they no longer do.
 */
@Component
@Profile("!train")
final class FolderWatcher implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(FolderWatcher.class);

	private final ModelRegistry registry;

	private final ModelFolder folder;

	private final Duration interval;

	private FolderSnapshot last = FolderSnapshot.EMPTY;

	private volatile @Nullable ScheduledExecutorService clock;

	private volatile boolean running;

	FolderWatcher(ModelRegistry registry, ModelFolder folder, ModelsProperties properties) {
		this.registry = registry;
		this.folder = folder;
		this.interval = properties.refresh();
	}

	/**
	 * Opens models while the rest of the service is put together, which takes one core.
	 */
	@PostConstruct
	void openAhead() {
		if (this.folder.isThere()) {
			try {
				this.registry.openAhead();
			}
			catch (RuntimeException ex) {
				logger.debug("Models are opened by the start alone", ex);
			}
		}
	}

	/** Before requests are taken, and after the folder is there. */
	@Override
	public int getPhase() {
		return ModelFolder.PHASE + 1;
	}

	@Override
	public void start() {
		this.last = this.registry.scan();
		this.registry.refresh(this.last, (location) -> true);
		this.registry.awaitOpenings();
		this.running = true;
		if (this.interval.isPositive()) {
			ScheduledExecutorService started = Executors
				.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("models-watcher").factory());
			started.scheduleWithFixedDelay(this::tryCheck, this.interval.toMillis(), this.interval.toMillis(),
					TimeUnit.MILLISECONDS);
			this.clock = started;
		}
	}

	@Override
	public void stop() {
		this.running = false;
		ScheduledExecutorService started = this.clock;
		if (started != null) {
			started.shutdown();
			this.clock = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void tryCheck() {
		try {
			check();
		}
		catch (RuntimeException ex) {
			// The next scan may do better; an exception would end the scans.
			logger.error("Cannot scan the folder of models", ex);
		}
	}

	/** Scans once; what is as it was at the scan before is taken up. */
	void check() {
		FolderSnapshot before = this.last;
		FolderSnapshot now = this.registry.scan();
		this.last = now;
		this.registry.refresh(now,
				(location) -> Objects.equals(now.fingerprint(location), before.fingerprint(location)));
	}

}
