package io.eidolon.web.security;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Tells clients their limits and what is left of them
 * (draft-ietf-httpapi-ratelimit-headers-10).
 */
final class RateLimitHeaders {

	/** Says what the limits are. */
	static final String POLICY = "RateLimit-Policy";

	/** Says what is left of them. */
	static final String LEFT = "RateLimit";

	private static final long WINDOW_SECONDS = Duration.ofMinutes(1).toSeconds();

	private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

	private RateLimitHeaders() {
	}

	static void set(HttpServletResponse response, List<Quota> quotas) {
		if (!quotas.isEmpty()) {
			response.setHeader(POLICY, quotas.stream().map(Quota::policy).collect(Collectors.joining(", ")));
			response.setHeader(LEFT, quotas.stream().map(Quota::state).collect(Collectors.joining(", ")));
		}
	}

	static long seconds(long nanos) {
		return Math.max(1, Math.ceilDiv(nanos, NANOS_PER_SECOND));
	}

	/**
	 * A limit and what is left of it.
	 *
	 * @param name what the limit is called
	 * @param unit what is counted, null for requests
	 * @param capacity how many there may be
	 * @param left how many there still may be
	 * @param window the seconds in which the capacity comes back, 0 when it comes back
	 * with answers
	 */
	record Quota(String name, @Nullable String unit, long capacity, long left, long window) {

		static Quota of(String name, @Nullable String unit, long capacity, Bucket bucket) {
			return new Quota(name, unit, capacity, Math.max(0, bucket.getAvailableTokens()), WINDOW_SECONDS);
		}

		static Quota atOnce(int capacity, int served) {
			return new Quota("at-once", "concurrent-requests", capacity, Math.max(0, capacity - served), 0);
		}

		String policy() {
			String policy = "\"%s\";q=%s".formatted(this.name, this.capacity);
			policy += (this.unit != null) ? ";qu=\"%s\"".formatted(this.unit) : "";
			return (this.window > 0) ? policy + ";w=" + this.window : policy;
		}

		String state() {
			String state = "\"%s\";r=%s".formatted(this.name, this.left);
			long refill = Math.ceilDiv((this.capacity - this.left) * this.window, this.capacity);
			return (this.window > 0) ? state + ";t=" + refill : state;
		}

	}

}
