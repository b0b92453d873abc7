package io.eidolon.web.security;

import org.jspecify.annotations.Nullable;

/**
 * What a client may ask for. What is null has no limit.
 *
 * @param requestsPerMinute requests
 * @param costPerMinute pixels of images, times the steps of their search
 * @param atOnce requests that are served or wait at one time
 */
record Limits(@Nullable Long requestsPerMinute, @Nullable Long costPerMinute, @Nullable Integer atOnce) {

	static final Limits NONE = new Limits(null, null, null);

	/** The largest number that a limit may be. */
	static final long MOST = 1_000_000_000_000_000L;

	boolean isNone() {
		return equals(NONE);
	}

	/** The same, with those of others where there is none. */
	Limits or(Limits others) {
		return new Limits(first(this.requestsPerMinute, others.requestsPerMinute),
				first(this.costPerMinute, others.costPerMinute), first(this.atOnce, others.atOnce));
	}

	private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
		return (one != null) ? one : other;
	}

}
