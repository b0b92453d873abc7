package io.eidolon.web.admission;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long it takes to serve requests, measured. A request that is served beside others
 * has a share of the time alone, so that the mean says how fast a line moves on, however
 * many are served at a time. Recent requests count for more. Guarded by its owner.
 */
final class ServiceTime {

	/** The weight of the newest request. */
	private static final double WEIGHT = 0.1;

	/**
	 * The share of the time that is left in which no request must have ended for that to
	 * tell how long those to come take. The first of all take longer than others.
	 */
	private static final double TELLING = 0.25;

	private final LongSupplier nanoTime;

	private double nanos;

	/** When a request last ended, or began when there was no other. */
	private long moved;

	ServiceTime(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	/** A request begins while no other is served. */
	void begin() {
		this.moved = this.nanoTime.getAsLong();
	}

	/**
	 * A request has ended.
	 * @param elapsed how many nanoseconds it was served
	 * @param beside how many were served meanwhile on average, itself included
	 */
	void add(long elapsed, double beside) {
		double share = elapsed / beside;
		this.nanos = (this.nanos == 0) ? share : this.nanos + WEIGHT * (share - this.nanos);
		this.moved = this.nanoTime.getAsLong();
	}

	/** Whether no request has ended for so long that those to come will take longer. */
	boolean isStalled(long remaining) {
		return silence() > TELLING * remaining;
	}

	/** How long it takes to serve some requests, by those that were served. */
	Duration of(int requests) {
		return Duration.ofNanos((long) (requests * this.nanos));
	}

	/**
	 * How long it takes to serve some requests, by those that were served, and by those
	 * that are, when none of them ends.
	 * @param served how many are
	 * @param remaining how many nanoseconds there are for it
	 */
	Duration of(int requests, int served, long remaining) {
		double atLeast = (served > 0 && isStalled(remaining)) ? (double) silence() / served : 0;
		return Duration.ofNanos((long) (requests * Math.max(this.nanos, atLeast)));
	}

	private long silence() {
		return this.nanoTime.getAsLong() - this.moved;
	}

}
