package io.eidolon.registry;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class VersionOrderTests {

	private static final VersionOrder ORDER = new VersionOrder();

	@ParameterizedTest
	@CsvSource({ "1,2", "9,10", "1.9,1.10", "1,1.1", "v9,v10", "2024-12-31,2025-1-1", "1.0,1.0-2", "a,b", "1,a",
			"99999999999999999999,100000000000000000000", "01,1" })
	void numbersAreReadAsNumbers(String older, String newer) {
		assertThat(ORDER.compare(older, newer)).isNegative();
		assertThat(ORDER.compare(newer, older)).isPositive();
	}

	@Test
	void anyVersionsHaveOneOrder() {
		Random random = new Random(5);
		for (int i = 0; i < 20_000; i++) {
			String a = version(random);
			String b = version(random);
			String c = version(random);
			assertThat(Integer.signum(ORDER.compare(a, b))).isEqualTo(-Integer.signum(ORDER.compare(b, a)));
			assertThat(ORDER.compare(a, b) == 0).isEqualTo(a.equals(b));
			if (ORDER.compare(a, b) < 0 && ORDER.compare(b, c) < 0) {
				assertThat(ORDER.compare(a, c)).as("%s, %s, %s", a, b, c).isNegative();
			}
		}
	}

	private static String version(Random random) {
		StringBuilder version = new StringBuilder();
		for (int n = 1 + random.nextInt(5); n > 0; n--) {
			version.append("0129az.-_".charAt(random.nextInt(9)));
		}
		return version.toString();
	}

}
