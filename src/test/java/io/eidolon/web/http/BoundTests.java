package io.eidolon.web.http;

import java.math.BigDecimal;

import io.eidolon.serving.Bounds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BoundTests {

	private static final Bound WEIGHT = new Bound(BigDecimal.ZERO, true, BigDecimal.valueOf(1000));

	@ParameterizedTest
	@CsvSource({ "0, false", "1.4e-45, true", "1000, true", "1000.0001, false", "-1, false" })
	void aNumberMayHaveToBeAboveTheLeast(float number, boolean held) {
		assertThat(WEIGHT.holds(number)).isEqualTo(held);
	}

	@ParameterizedTest
	@CsvSource({ "0, false", "1, true", "64, true", "65, false" })
	void theEndsOfARangeBelongToIt(int number, boolean held) {
		assertThat(Bound.of(new Bounds(1, 64)).holds(number)).isEqualTo(held);
	}

	@ParameterizedTest
	@CsvSource({ "true, above 0 and at most 1000", "false, between 0 and 1000" })
	void aRangeReadsAfterMustBe(boolean exclusive, String text) {
		assertThat(new Bound(BigDecimal.ZERO, exclusive, BigDecimal.valueOf(1000))).hasToString(text);
	}

}
