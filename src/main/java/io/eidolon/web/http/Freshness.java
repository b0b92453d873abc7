package io.eidolon.web.http;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;

/**
 * How long caches may keep what a model has generated. While a URL names no version, the
 * model may be replaced behind it.
 */
public final class Freshness {

	private static final CacheControl WHILE_SERVED = CacheControl.maxAge(Duration.ofDays(7)).cachePublic();

	private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	private Freshness() {
	}

	/**
	 * Returns what the answer to a URL says of it.
	 * @param version the version that the URL names, or null
	 */
	public static CacheControl of(@Nullable String version) {
		return (version != null) ? FOR_EVER : WHILE_SERVED;
	}

}
