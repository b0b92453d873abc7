package io.eidolon.training.loop;

import java.nio.file.Path;
import java.time.Duration;

import io.eidolon.image.Picture;
import io.eidolon.training.network.GeneratorNetwork;

/** Told how a run is going. */
public interface RunObserver {

	/** The run starts, or goes on, from here. */
	void onStart(Progress progress);

	/**
	 * The means over the last steps.
	 * @param imagesPerSecond real pictures seen per second
	 * @param left the estimated time to the end
	 */
	void onReport(Progress progress, double imagesPerSecond, Duration left);

	/**
	 * A step was taken.
	 * @param average the averaged generator, the statistics of its normalisations not yet
	 * measured anew
	 */
	default void onStep(long step, GeneratorNetwork average) {
	}

	/** The sheet of samples after some steps. */
	void onSamples(long step, Picture sheet);

	/** A checkpoint was written. */
	void onCheckpoint(long step, Path file);

}
