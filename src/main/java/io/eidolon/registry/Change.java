package io.eidolon.registry;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What became of a location that was scanned.
 *
 * @param place the location, such as {@code peeps/2}
 * @param version the version that serves from there now, null when none does
 * @param outcome how it went
 * @param reason why it failed or was left out, in one line, else null
 */
record Change(String place, @Nullable String version, Outcome outcome, @Nullable String reason) {

	/** A model that is being opened, and has been for long. */
	static Change opening(ModelLocation location, Duration waited) {
		return new Change(location.id(), null, Outcome.OPENING,
				"%s is not open after %s s; that goes on, and it serves once it is".formatted(location.path(),
						waited.toSeconds()));
	}

	/** How it may go. */
	enum Outcome {

		/** What is there was opened and serves. */
		LOADED,

		/** What is there cannot be opened; what served from there still does. */
		FAILED,

		/** What is there is not to be served. */
		LEFT_OUT,

		/** What is there takes long to open, which goes on. */
		OPENING,

		/** Nothing is there any more. */
		REMOVED

	}

}
