package io.eidolon.latent;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class DirectionTests {

	@Test
	void aVectorAndItsOppositeAreOneDirectionOfLengthOne() {
		Random random = new Random(3);
		for (int n = 1; n < 50; n++) {
			double[] vector = random.doubles(n, -5, 5).toArray();
			double[] opposite = Arrays.stream(vector).map((component) -> -3 * component).toArray();
			float[] unit = Direction.along(vector).vector();
			assertThat(Direction.along(opposite).vector()).containsExactly(unit, within(1e-6f));
			double squares = 0;
			for (float component : unit) {
				squares += (double) component * component;
			}
			assertThat(squares).isCloseTo(1, within(1e-6));
		}
	}

	@Test
	void theComponentFurthestFromZeroIsPositive() {
		assertThat(Direction.along(new double[] { 3, -4 }).vector()).containsExactly(new float[] { -0.6f, 0.8f },
				within(1e-6f));
	}

	@Test
	void movingThereAndBackEndsWhereItBegan() {
		Direction direction = Direction.along(new double[] { 1, 2, -2 });
		float[] z = { 0.5f, -1, 2 };
		assertThat(direction.from(direction.from(z, 1.5), -1.5)).containsExactly(z, within(1e-6f));
		assertThat(z).containsExactly(0.5f, -1, 2);
	}

	@Test
	void whatHasNoLengthOrAnotherOneIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Direction.along(new double[3]));
		assertThatIllegalArgumentException().isThrownBy(() -> Direction.along(new double[] { 1, Double.NaN }));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Direction.along(new double[] { 1, 0 }).from(new float[3], 1));
	}

}
