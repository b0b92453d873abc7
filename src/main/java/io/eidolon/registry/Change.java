package io.eidolon.registry;

import org.jspecify.annotations.Nullable;

/**
 * What became of a place that was looked at.
 *
 * @param place the place, such as {@code peeps/2}
 * @param version the version that serves from there now, null when none does
 * @param outcome how it went
 * @param reason why it failed, in one line, null when it did not
 */
record Change(String place, @Nullable String version, Outcome outcome, @Nullable String reason) {

	/** How it may go. */
	enum Outcome {

		/** What is there was opened and serves. */
		LOADED,

		/** What is there cannot be opened; what served from there still does. */
		FAILED,

		/** Nothing is there any more. */
		REMOVED

	}

}
