package io.eidolon.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

import io.eidolon.image.Picture;
import io.eidolon.training.loop.Measured;
import io.eidolon.training.loop.Progress;
import io.eidolon.training.loop.RunObserver;
import io.eidolon.training.network.GeneratorNetwork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exports the averaged generator every so many steps, so that a service that is running
 * shows what it has learned so far. All else goes on to another observer.
 */
final class Snapshots implements RunObserver {

	private static final Logger logger = LoggerFactory.getLogger(Snapshots.class);

	private final RunObserver observer;

	private final int every;

	private final BiConsumer<GeneratorNetwork, Progress> export;

	private @Nullable Progress reported;

	Snapshots(RunObserver observer, int every, BiConsumer<GeneratorNetwork, Progress> export) {
		this.observer = observer;
		this.every = every;
		this.export = export;
	}

	@Override
	public void onStart(Progress progress) {
		this.reported = progress;
		this.observer.onStart(progress);
	}

	@Override
	public void onReport(Progress progress, double imagesPerSecond, Duration left) {
		this.reported = progress;
		this.observer.onReport(progress, imagesPerSecond, left);
	}

	@Override
	public Optional<Measured> onStep(long step, GeneratorNetwork average, boolean last) {
		Progress before = this.reported;
		if (!last && before != null && step % this.every == 0) {
			snapshot(average, new Progress(step, before.elapsed(), before.last()));
		}
		return this.observer.onStep(step, average, last);
	}

	/** A snapshot that fails, as early weights may, ends no run. */
	private void snapshot(GeneratorNetwork average, Progress progress) {
		try {
			this.export.accept(average, progress);
		}
		catch (RuntimeException ex) {
			logger.warn("No snapshot of step {}: {}", progress.step(), FailureLine.of(ex));
			logger.debug("The cause", ex);
		}
	}

	@Override
	public void onNotice(String message) {
		this.observer.onNotice(message);
	}

	@Override
	public void onSamples(long step, Picture sheet) {
		this.observer.onSamples(step, sheet);
	}

	@Override
	public void onCheckpoint(long step, Path file) {
		this.observer.onCheckpoint(step, file);
	}

}
