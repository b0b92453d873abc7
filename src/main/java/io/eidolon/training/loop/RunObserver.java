package io.eidolon.training.loop;

import java.nio.file.Path;
import java.time.Duration;

import java.util.Optional;

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
	 * @param last whether training is complete
	 * @return how good that generator is, if it was measured
	 */
	default Optional<Measured> onStep(long step, GeneratorNetwork average, boolean last) {
		return Optional.empty();
	}

	/** Something that a person should know happened. */
	default void onNotice(String message) {
	}

	/** The sheet of samples after some steps. */
	void onSamples(long step, Picture sheet);

	/** A checkpoint was written. */
	void onCheckpoint(long step, Path file);

}
