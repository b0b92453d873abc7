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
			float[] rows = prompts.encode(List.of("a man", "a woman", "a man"));
			assertThat(row(rows, 0)).containsExactly(encoder.encode("a man")).containsExactly(row(rows, 2));
			assertThat(row(rows, 1)).containsExactly(encoder.encode("a woman"));
		}
	}

	@Test
	void keepsItsVectorsFromWhatCallersDoWithTheirs() {
		try (PromptEncoder prompts = new PromptEncoder()) {
			float[] first = prompts.encode(List.of("a man"));
			float[] kept = first.clone();
			Arrays.fill(first, 0);
			assertThat(prompts.encode(List.of("a man"))).containsExactly(kept);
		}
	}

	@Test
	void keepsTheVectorsOfPromptsThatItHasEncoded() {
		PromptEncoder prompts = new PromptEncoder();
		assertThat(prompts.hasKept(List.of("a man"))).isFalse();
		float[] vector = prompts.encode(List.of("a man"));
		assertThat(prompts.hasKept(List.of("a man"))).isTrue();
		assertThat(prompts.hasKept(List.of("a man", "a woman"))).isFalse();
		// There is no network any more.
		prompts.close();
		assertThat(prompts.encode(List.of("a man"))).containsExactly(vector);
	}

	@Test
	void passesOnWhatIsWrongWithAPrompt() {
		try (PromptEncoder prompts = new PromptEncoder()) {
			assertThatExceptionOfType(InvalidTextException.class)
				.isThrownBy(() -> prompts.encode(List.of("a man", "")));
		}
	}

	@Test
	void encodesNothingOnceItIsClosed() {
		PromptEncoder prompts = new PromptEncoder();
		prompts.close();
		assertThatIllegalStateException().isThrownBy(() -> prompts.encode(List.of("a man")));
	}

	private static float[] row(float[] rows, int row) {
		return Arrays.copyOfRange(rows, row * SentenceEncoder.DIMENSION, (row + 1) * SentenceEncoder.DIMENSION);
	}

}
