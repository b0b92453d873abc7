package io.eidolon.text;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	@Test
	void areLowerCaseAndLeaveOutWhatJoins() {
		assertThat(Words.of("A Bearded man, with the LONG hair and a T-shirt")).containsExactlyInAnyOrder("bearded",
				"man", "long", "hair", "t-shirt");
		assertThat(Words.of("a picture with 3 ...")).isEmpty();
	}

	@Test
	void ofTheMostTextsComeFirst() {
		assertThat(Words.mostFrequent(List.of("man man man", "woman", "a woman with a hat"), 2))
			.containsExactly("woman", "hat");
	}

}
