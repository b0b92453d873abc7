package io.eidolon.latent;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MersenneTwisterTests {

	@Test
	void theDefaultSeedGivesTheNumberThatTheCppStandardNames() {
		// [rand.predef]: the 10000th invocation of mt19937, seeded by 5489.
		MersenneTwister random = new MersenneTwister(5489);
		for (int i = 1; i < 10_000; i++) {
			random.nextInt();
		}
		assertThat(Integer.toUnsignedLong(random.nextInt())).isEqualTo(4_123_659_995L);
	}

	@Test
	void doublesLieInTheHalfOpenUnitInterval() {
		MersenneTwister random = new MersenneTwister(-1);
		for (int i = 0; i < 10_000; i++) {
			assertThat(random.nextDouble()).isGreaterThanOrEqualTo(0).isLessThan(1);
		}
	}

}
