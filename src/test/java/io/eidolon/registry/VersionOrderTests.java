package io.eidolon.registry;

import java.util.List;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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

	@Property(seed = "5")
	void anyVersionsHaveOneOrder(@ForAll("versions") String a, @ForAll("versions") String b,
			@ForAll("versions") String c) {
		assertThat(Integer.signum(ORDER.compare(a, b))).isEqualTo(-Integer.signum(ORDER.compare(b, a)));
		assertThat(ORDER.compare(a, b) == 0).isEqualTo(a.equals(b));
		List<String> sorted = Stream.of(a, b, c).sorted(ORDER).toList();
		assertThat(ORDER.compare(sorted.getFirst(), sorted.getLast())).isLessThanOrEqualTo(0);
		assertThat(Stream.of(c, a, b).sorted(ORDER)).containsExactlyElementsOf(sorted);
	}

	@Provide
	Arbitrary<String> versions() {
		return Arbitraries.strings().withChars("0129az.-_").ofMinLength(1).ofMaxLength(5);
	}

}
