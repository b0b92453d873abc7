package io.eidolon.text;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PromptEncoderTests {

	@Test
	void givesEachPromptItsRow() {
		try (PromptEncoder prompts = new PromptEncoder(); SentenceEncoder encoder = SentenceEncoder.open()) {
			float[] rows = prompts.encode(List.of("a man", "a woman", "a man"), TextReading.WHOLE);
			assertThat(row(rows, 0)).containsExactly(encoder.encode("a man")).containsExactly(row(rows, 2));
			assertThat(row(rows, 1)).containsExactly(encoder.encode("a woman"));
		}
	}

	@Test
	void keepsItsVectorsFromWhatCallersDoWithTheirs() {
		try (PromptEncoder prompts = new PromptEncoder()) {
			float[] first = prompts.encode(List.of("a man"), TextReading.WHOLE);
			float[] kept = first.clone();
			Arrays.fill(first, 0);
			assertThat(prompts.encode(List.of("a man"), TextReading.WHOLE)).containsExactly(kept);
		}
	}

	@Test
	void keepsTheVectorsOfPromptsThatItHasEncoded() {
		PromptEncoder prompts = new PromptEncoder();
		assertThat(prompts.hasKept(List.of("a man"), TextReading.WHOLE)).isFalse();
		float[] vector = prompts.encode(List.of("a man"), TextReading.WHOLE);
		assertThat(prompts.hasKept(List.of("a man"), TextReading.WHOLE)).isTrue();
		assertThat(prompts.hasKept(List.of("a man", "a woman"), TextReading.WHOLE)).isFalse();
		// There is no network any more.
		prompts.close();
		assertThat(prompts.encode(List.of("a man"), TextReading.WHOLE)).containsExactly(vector);
	}

	@Test
	void keepsTheReadingsOfAPromptApart() {
		try (PromptEncoder prompts = new PromptEncoder()) {
			List<String> sentence = List.of("a man with glasses in a red shirt");
			float[] whole = prompts.encode(sentence, TextReading.WHOLE);
			assertThat(prompts.hasKept(sentence, TextReading.CLAUSES)).isFalse();
			assertThat(prompts.encode(sentence, TextReading.CLAUSES)).isNotEqualTo(whole);
			assertThat(prompts.encode(sentence, TextReading.WHOLE)).isEqualTo(whole);
		}
	}

	@Test
	void passesOnWhatIsWrongWithAPrompt() {
		try (PromptEncoder prompts = new PromptEncoder()) {
			assertThatExceptionOfType(InvalidTextException.class)
				.isThrownBy(() -> prompts.encode(List.of("a man", ""), TextReading.WHOLE));
		}
	}

	@Test
	void encodesNothingOnceItIsClosed() {
		PromptEncoder prompts = new PromptEncoder();
		prompts.close();
		assertThatIllegalStateException().isThrownBy(() -> prompts.encode(List.of("a man"), TextReading.WHOLE));
	}

	private static float[] row(float[] rows, int row) {
		return Arrays.copyOfRange(rows, row * SentenceEncoder.DIMENSION, (row + 1) * SentenceEncoder.DIMENSION);
	}

}
