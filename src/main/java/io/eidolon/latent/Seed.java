package io.eidolon.latent;

import java.util.random.RandomGenerator;

/**
 * The number that an image is generated from. The range is that of NumPy's
 * {@code RandomState}, so that seeds carry over from tools that use it.
 *
 * @param value between {@value #MIN} and {@value #MAX}
 */
public record Seed(long value) {

	/** The smallest seed. */
	public static final long MIN = 0;

	/** The largest seed, 2^32 - 1. */
	public static final long MAX = 0xFFFF_FFFFL;

	/**
	 * Creates a seed.
	 * @throws IllegalArgumentException when the value is out of range
	 */
	public Seed {
		if (value < MIN || value > MAX) {
			throw new IllegalArgumentException("seed (%s) must be between %s and %s".formatted(value, MIN, MAX));
		}
	}

	/**
	 * Returns the seed that lies an offset further, as the seeds of consecutive pictures
	 * do.
	 * @throws IllegalArgumentException when that seed is out of range
	 */
	public Seed plus(int offset) {
		return new Seed(value() + offset);
	}

	/** Chooses any seed. */
	public static Seed random(RandomGenerator random) {
		return new Seed(random.nextLong(MAX + 1));
	}

}
