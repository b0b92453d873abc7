package io.eidolon.registry;

import org.jspecify.annotations.Nullable;

/**
 * What became of a place that was looked at.
 *
 * @param place the place, such as {@code peeps/2}
 * @param version the version that serves from there now, null when none does
 * @param outcome how it went
 * @param reason why it failed or was left out, in one line, else null
 */
record Change(String place, @Nullable String version, Outcome outcome, @Nullable String reason) {

	/** How it may go. */
	enum Outcome {

		/** What is there was opened and serves. */
		LOADED,

		/** What is there cannot be opened; what served from there still does. */
		FAILED,

		/** What is there is not to be served. */
		LEFT_OUT,

		/** Nothing is there any more. */
		REMOVED

	}

}
