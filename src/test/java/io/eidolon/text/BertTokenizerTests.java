package io.eidolon.text;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class BertTokenizerTests {

	private static BertTokenizer tokenizer;

	@BeforeAll
	static void readVocabulary() throws IOException {
		tokenizer = BertTokenizer.read(SentenceEncoder.resource(SentenceEncoder.TOKENIZER));
	}

	static List<Golden> golden() throws IOException {
		return Golden.all();
	}

	@ParameterizedTest
	@MethodSource("golden")
	void makesTheTokensOfTheReference(Golden golden) {
		assertThat(tokenizer.tokens(golden.text())).containsExactly(golden.tokens());
	}

	@Test
	void takesSpecialTokensInATextForWords() {
		assertThat(tokenizer.tokens("[SEP]")).hasSizeGreaterThan(3);
	}

}
