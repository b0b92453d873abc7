package io.eidolon.training.metrics;

import java.time.Duration;

/**
 * How a run is, as its page has it.
 *
 * @param words in words: "Running"
 * @param ended whether nothing more will come
 * @param failed whether it has ended with an error
 * @param step the steps taken
 * @param elapsed the time spent in them
 * @param left the estimated time to the end
 * @param imagesPerSecond real pictures seen per second
 */
record RunState(String words, boolean ended, boolean failed, long step, Duration elapsed, Duration left,
		double imagesPerSecond) {

	static final RunState STARTED = new RunState("Started", false, false, 0, Duration.ZERO, Duration.ZERO, 0);

	/** The same run after its end. */
	RunState ended(String how, boolean failure) {
		return new RunState(how, true, failure, this.step, this.elapsed, this.left, this.imagesPerSecond);
	}

}
