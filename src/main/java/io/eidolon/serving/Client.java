package io.eidolon.serving;

import java.time.Duration;

/** Whoever waits for an answer. */
public interface Client {

	/** How long it waits in all. */
	Duration timeout();

	/** How much of that is left, 0 or less when its time is over. */
	Duration remaining();

	/** Whether it has gone, so that nobody would read the answer. */
	boolean isGone();

}
