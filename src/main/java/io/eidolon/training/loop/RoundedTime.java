package io.eidolon.training.loop;

import java.time.Duration;

/** Times as people say them: "40 s", "12 min", "3 h 20 min". */
public final class RoundedTime {

	private RoundedTime() {
	}

	/** Says a time; one below 0 is none. */
	public static String of(Duration duration) {
		long seconds = Math.max(0, duration.toSeconds());
		return (seconds < 60) ? seconds + " s"
				: (seconds < 3600) ? seconds / 60 + " min" : "%s h %s min".formatted(seconds / 3600, seconds / 60 % 60);
	}

}
