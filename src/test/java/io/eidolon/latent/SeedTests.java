package io.eidolon.latent;

import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SeedTests {

	@Test
	void consecutiveSeedsCountUpToTheLargest() {
		assertThat(new Seed(41).plus(1)).isEqualTo(new Seed(42));
		assertThat(new Seed(Seed.MAX - 1).plus(1)).isEqualTo(new Seed(Seed.MAX));
	}

	@Test
	void aSeedPastTheLargestIsRefusedInsteadOfWrapping() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Seed(Seed.MAX).plus(1))
			.withMessage("seed (4294967296) must be between 0 and 4294967295");
	}

	@ParameterizedTest
	@ValueSource(longs = { -1, Seed.MAX + 1, Long.MIN_VALUE, Long.MAX_VALUE })
	void aSeedOutOfRangeIsRefused(long value) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Seed(value))
			.withMessageContaining("seed (%d)".formatted(value));
	}

	@Test
	void aRandomSeedReachesTheWholeRange() {
		assertThat(Seed.random((RandomGenerator) () -> 0L)).isEqualTo(new Seed(Seed.MIN));
		assertThat(Seed.random((RandomGenerator) () -> -1L)).isEqualTo(new Seed(Seed.MAX));
	}

}
