package io.eidolon.latent;

/**
 * MT19937 (Matsumoto and Nishimura 1998, "Mersenne Twister: a 623-dimensionally
 * equidistributed uniform pseudo-random number generator"), seeded by one 32-bit number
 * as {@code init_genrand} of the reference code does and as NumPy does for
 * {@code RandomState(seed)}.
 */
final class MersenneTwister {

	private static final int N = 624;

	private static final int M = 397;

	private static final int MATRIX_A = 0x9908_b0df;

	private static final int UPPER_MASK = 0x8000_0000;

	private static final int LOWER_MASK = 0x7fff_ffff;

	private static final int SEED_MULTIPLIER = 1_812_433_253;

	private final int[] state = new int[N];

	private int position = N;

	/** Starts the sequence of a seed, taken as an unsigned 32-bit number. */
	MersenneTwister(int seed) {
		this.state[0] = seed;
		for (int i = 1; i < N; i++) {
			int previous = this.state[i - 1];
			this.state[i] = SEED_MULTIPLIER * (previous ^ (previous >>> 30)) + i;
		}
	}

	/** Returns the next 32 bits. */
	int nextInt() {
		if (this.position == N) {
			twist();
			this.position = 0;
		}
		int y = this.state[this.position++];
		y ^= y >>> 11;
		y ^= (y << 7) & 0x9d2c_5680;
		y ^= (y << 15) & 0xefc6_0000;
		return y ^ (y >>> 18);
	}

	/**
	 * Returns the next number in [0, 1) with 53 bits, {@code genrand_res53} of the
	 * reference code.
	 */
	double nextDouble() {
		int high = nextInt() >>> 5;
		int low = nextInt() >>> 6;
		return (high * 0x1p26 + low) * 0x1p-53;
	}

	private void twist() {
		for (int k = 0; k < N; k++) {
			int y = (this.state[k] & UPPER_MASK) | (this.state[(k + 1) % N] & LOWER_MASK);
			this.state[k] = this.state[(k + M) % N] ^ (y >>> 1) ^ ((y & 1) * MATRIX_A);
		}
	}

}
