package io.eidolon.text;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class TextReadingTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			a smiling old man with glasses | a smiling old man / glasses
			A woman who has red hair, in front of a blue background | A woman / red hair / a blue background
			a man without a beard wearing a green shirt | a man / without a beard / a green shirt
			man, beard, eyeglasses, serious | man / beard / eyeglasses / serious
			a bearded man | a bearded man
			a withered rose | a withered rose
			no glasses, clean-shaven | no glasses / clean-shaven
			with | with
			""")
	void aTextFallsIntoWhatItSaysOfEachThing(String text, String clauses) {
		assertThat(TextReading.CLAUSES.parts(text)).containsExactly(clauses.split(" / "));
		assertThat(TextReading.WHOLE.parts(text)).containsExactly(text);
	}

	@Test
	void theVectorOfClausesIsTheirSum() {
		try (SentenceEncoder encoder = SentenceEncoder.open()) {
			float[] man = encoder.encode("an old man");
			float[] glasses = encoder.encode("glasses");
			float[] both = encoder.encode("an old man with glasses", TextReading.CLAUSES);
			double length = 0;
			for (int i = 0; i < both.length; i++) {
				length += Math.pow(man[i] + glasses[i], 2);
			}
			for (int i = 0; i < both.length; i++) {
				assertThat((double) both[i]).isCloseTo((man[i] + glasses[i]) / Math.sqrt(length), within(1e-6));
			}
			assertThat(encoder.encode("glasses, an old man", TextReading.CLAUSES)).containsExactly(both,
					org.assertj.core.data.Offset.offset(1e-6f));
			assertThat(encoder.encode("an old man", TextReading.CLAUSES)).containsExactly(man);
		}
	}

	@Test
	void theClausesOfATextAreNoWayAroundItsLength() {
		try (SentenceEncoder encoder = SentenceEncoder.open()) {
			for (String text : List.of("", "glasses, ".repeat(100), "glasses, ".repeat(1000))) {
				assertThatExceptionOfType(InvalidTextException.class)
					.isThrownBy(() -> encoder.encode(text, TextReading.CLAUSES));
			}
		}
	}

	@Test
	void whatACardLeavesOutIsReadAsAWhole() {
		assertThat(TextReading.of(null)).isEqualTo(TextReading.WHOLE);
		assertThat(TextReading.of(false)).isEqualTo(TextReading.WHOLE);
		assertThat(TextReading.of(true)).isEqualTo(TextReading.CLAUSES);
	}

}
