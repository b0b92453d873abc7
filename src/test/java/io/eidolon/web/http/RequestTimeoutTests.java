package io.eidolon.web.http;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestTimeoutTests {

	@ParameterizedTest
	@CsvSource({ "30000, 30", "600000, 600", "1500, 1.5", "5, 0.005" })
	void secondsAreShownAsPeopleWriteThem(long milliseconds, String shown) {
		assertThat(RequestTimeout.seconds(Duration.ofMillis(milliseconds))).hasToString(shown);
	}

}
