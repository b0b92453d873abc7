package io.eidolon.latent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TruncationTests {

	private final float[] z = Latents.sample(new Seed(3), 100);

	@Test
	void truncationScalesTheLatent() {
		float[] truncated = new Truncation(0.5).apply(this.z);
		for (int i = 0; i < this.z.length; i++) {
			assertThat(truncated[i]).isEqualTo(this.z[i] / 2);
		}
	}

	@Test
	void withoutTruncationTheLatentStaysAsItIs() {
		assertThat(Truncation.NONE.apply(this.z)).isEqualTo(this.z).isNotSameAs(this.z);
		assertThat(new Truncation(1)).isEqualTo(Truncation.NONE);
	}

	@Test
	void fullTruncationGivesTheMean() {
		assertThat(new Truncation(0).apply(this.z)).containsOnly(0, -0f);
	}

	@ParameterizedTest
	@ValueSource(doubles = { -0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY })
	void aTruncationOutOfRangeIsRefused(double psi) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Truncation(psi))
			.withMessage("truncation (%s) must be between 0 and 1".formatted(psi));
	}

}
