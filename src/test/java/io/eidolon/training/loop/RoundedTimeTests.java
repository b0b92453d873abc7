package io.eidolon.training.loop;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RoundedTimeTests {

	@ParameterizedTest
	@CsvSource({ "PT-1S, 0 s", "PT59.9S, 59 s", "PT1M, 1 min", "PT59M59S, 59 min", "PT3H20M, 3 h 20 min" })
	void aTimeIsSaidByItsLargestUnits(Duration time, String said) {
		assertThat(RoundedTime.of(time)).isEqualTo(said);
	}

}
