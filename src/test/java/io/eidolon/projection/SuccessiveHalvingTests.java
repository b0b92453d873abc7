package io.eidolon.projection;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SuccessiveHalvingTests {

	@Test
	void halfGoOnAfterAnEighthAQuarterAfterAQuarterAndOneAfterHalf() {
		SuccessiveHalving halving = new SuccessiveHalving(8, 16);
		assertThat(IntStream.rangeClosed(1, 16).map(halving::survivors)).containsExactly(8, 4, 4, 2, 2, 2, 2, 1, 1, 1,
				1, 1, 1, 1, 1, 1);
	}

	@Test
	void oddNumbersAreHalvedUpwards() {
		SuccessiveHalving halving = new SuccessiveHalving(5, 400);
		assertThat(halving.survivors(49)).isEqualTo(5);
		assertThat(halving.survivors(50)).isEqualTo(3);
		assertThat(halving.survivors(100)).isEqualTo(2);
		assertThat(halving.survivors(200)).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "1, 400", "256, 1", "256, 2", "7, 3" })
	void oneIsLeftInTheEndAndNoneComesBack(int candidates, int steps) {
		SuccessiveHalving halving = new SuccessiveHalving(candidates, steps);
		int before = candidates;
		for (int step = 1; step <= steps; step++) {
			assertThat(halving.survivors(step)).isBetween(1, before);
			before = halving.survivors(step);
		}
		assertThat(before).isEqualTo(1);
	}

}
