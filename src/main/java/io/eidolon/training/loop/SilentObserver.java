package io.eidolon.training.loop;

import java.nio.file.Path;
import java.time.Duration;

import io.eidolon.image.Picture;

/** Tells nobody: of several processes, the first one speaks for all. */
final class SilentObserver implements RunObserver {

	@Override
	public void onStart(Progress progress) {
	}

	@Override
	public void onReport(Progress progress, double imagesPerSecond, Duration left) {
	}

	@Override
	public void onSamples(long step, Picture sheet) {
	}

	@Override
	public void onCheckpoint(long step, Path file) {
	}

}
