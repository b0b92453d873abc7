package io.eidolon.serving;

import java.time.Duration;

/**
 * The pixels that wait to be encoded or decoded, and those that are now, with the time
 * that they will take: a pixel costs what those before cost. Safe for many threads.
 */
final class PixelLoad {

	/** What a pixel costs until some were measured, in nanoseconds. */
	static final double UNMEASURED = 20;

	/** So many pixels make a measure of their own. */
	private static final double WEIGHTY_PIXELS = 20_000_000;

	private final int threads;

	private long pixels;

	private double nanosPerPixel = UNMEASURED;

	/**
	 * Creates a load of none.
	 * @param threads that share it
	 */
	PixelLoad(int threads) {
		this.threads = threads;
	}

	/**
	 * Adds pixels, and returns how long those that were there keep the threads, 0 when
	 * there were none, and these after them.
	 */
	synchronized Duration add(long pixels) {
		long before = this.pixels;
		this.pixels += pixels;
		return (before > 0) ? Duration.ofNanos((long) (this.nanosPerPixel * (before / (double) this.threads + pixels)))
				: Duration.ZERO;
	}

	/** Takes pixels away that are done with. */
	synchronized void remove(long pixels) {
		this.pixels -= pixels;
	}

	/** Counts what pixels took that were encoded or decoded. */
	synchronized void measure(long pixels, long nanos) {
		double weight = Math.min(1, pixels / WEIGHTY_PIXELS);
		this.nanosPerPixel += weight * ((double) nanos / Math.max(1, pixels) - this.nanosPerPixel);
	}

}
