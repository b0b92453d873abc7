package io.eidolon.web.admission;

import java.time.Duration;

/**
 * How long it takes to serve requests, measured. A request that is served beside others
 * has a share of the time alone, so that the mean says how fast a line moves on, however
 * many are served at a time. Recent requests count for more. Guarded by its owner.
 */
final class ServiceTime {

	/** The weight of the newest request. */
	private static final double WEIGHT = 0.1;

	private double nanos;

	/**
	 * Adds a request.
	 * @param elapsed how many nanoseconds it was served
	 * @param beside how many were served meanwhile on average, itself included
	 */
	void add(long elapsed, double beside) {
		double share = elapsed / beside;
		this.nanos = (this.nanos == 0) ? share : this.nanos + WEIGHT * (share - this.nanos);
	}

	/**
	 * How long it takes to serve some requests. Those that are served now may take longer
	 * than those before: at least as long as none of them has ended.
	 * @param silence for how many nanoseconds none has ended
	 * @param served how many were served meanwhile
	 */
	Duration of(int requests, long silence, int served) {
		double atLeast = (served > 0) ? (double) silence / served : 0;
		return Duration.ofNanos((long) (requests * Math.max(this.nanos, atLeast)));
	}

}
