package io.eidolon.inference.plan;

import java.util.function.LongSupplier;

/**
 * Times two ways to do the same against each other: in turns, so that both meet the same
 * load of the machine, and each by its fastest run, which others disturbed least.
 *
 * @param ticker the time in nanoseconds
 * @param budget how long it may take in all, in nanoseconds, beyond the least rounds; a
 * hundred rounds are enough in any case
 */
record SpeedComparison(LongSupplier ticker, long budget) {

	private static final int LEAST_ROUNDS = 3;

	/**
	 * After so many the fastest run is among them; models that take microseconds need not
	 * spend the budget.
	 */
	private static final int MOST_ROUNDS = 100;

	/** How many times as fast the candidate is. */
	double speedup(Runnable baseline, Runnable candidate) {
		long start = this.ticker.getAsLong();
		long slow = Long.MAX_VALUE;
		long fast = Long.MAX_VALUE;
		for (int round = 0; round < MOST_ROUNDS && (round < LEAST_ROUNDS || isLeft(start)); round++) {
			slow = Math.min(slow, time(baseline));
			fast = Math.min(fast, time(candidate));
		}
		return (double) slow / fast;
	}

	private boolean isLeft(long start) {
		return this.ticker.getAsLong() - start < this.budget;
	}

	private long time(Runnable run) {
		long start = this.ticker.getAsLong();
		run.run();
		return this.ticker.getAsLong() - start;
	}

}
