package io.eidolon.inference.plan;

import java.util.function.LongSupplier;

/**
 * Times two ways to do the same against each other: in turns, so that both meet the same
 * load of the machine, and each by its fastest run, which others disturbed least.
 *
 * @param ticker the time in nanoseconds
 * @param budget how long it may take in all, in nanoseconds, beyond the least rounds
 */
record SpeedComparison(LongSupplier ticker, long budget) {

	private static final int LEAST_ROUNDS = 3;

	/** How many times as fast the candidate is. */
	double speedup(Runnable baseline, Runnable candidate) {
		long start = this.ticker.getAsLong();
		long slow = Long.MAX_VALUE;
		long fast = Long.MAX_VALUE;
		for (int round = 0; round < LEAST_ROUNDS || this.ticker.getAsLong() - start < this.budget; round++) {
			slow = Math.min(slow, time(baseline));
			fast = Math.min(fast, time(candidate));
		}
		return (double) slow / fast;
	}

	private long time(Runnable run) {
		long start = this.ticker.getAsLong();
		run.run();
		return this.ticker.getAsLong() - start;
	}

}
