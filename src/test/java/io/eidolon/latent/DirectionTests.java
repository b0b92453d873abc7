package io.eidolon.latent;

import java.util.Arrays;
import java.util.List;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class DirectionTests {

	@Property(seed = "3")
	void aVectorAndItsOppositeAreOneDirectionOfLengthOne(
			@ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = -5, max = 5) Double> components) {
		double[] vector = components.stream().mapToDouble(Double::doubleValue).toArray();
		Assume.that(Arrays.stream(vector).anyMatch((component) -> Math.abs(component) > 1e-3));
		double[] opposite = Arrays.stream(vector).map((component) -> -3 * component).toArray();
		float[] unit = Direction.along(vector).vector();
		double squares = 0;
		for (float component : unit) {
			squares += (double) component * component;
		}
		assertThat(squares).isCloseTo(1, within(1e-6));
		assertThat(Direction.along(opposite).vector()).containsExactly(unit, within(1e-6f));
	}

	@Test
	void theComponentFurthestFromZeroIsPositive() {
		assertThat(Direction.along(new double[] { 3, -4 }).vector()).containsExactly(new float[] { -0.6f, 0.8f },
				within(1e-6f));
	}

	@Test
	void ofComponentsThatAreAsFarFromZeroTheFirstIsPositive() {
		assertThat(Direction.along(new double[] { -2, 2 }).vector()[0]).isPositive();
	}

	@Test
	void aLatentMovesByTheStrengthAlongTheDirection() {
		assertThat(new Direction(new float[] { 0.6f, 0.8f }).from(new float[] { 1, 2 }, 5))
			.containsExactly(new float[] { 4, 6 }, within(1e-5f));
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
