package io.eidolon.training.loop;

import java.time.Duration;

/**
 * How far a run has come.
 *
 * @param step the number of steps taken
 * @param elapsed the time spent in them, over all resumes
 * @param last the means over the steps of the last report
 */
public record Progress(long step, Duration elapsed, StepMeans last) {

	static final Progress START = new Progress(0, Duration.ZERO, StepMeans.NONE);

}
