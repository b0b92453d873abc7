package io.eidolon.image;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MetadataTests {

	@Test
	void entriesKeepTheirOrderAndDoNotChange() {
		Map<String, String> entries = new LinkedHashMap<>();
		entries.put("seed", "1");
		entries.put("model", "peeps");
		Metadata metadata = new Metadata(entries, null);
		entries.clear();
		assertThat(metadata.entries()).containsExactly(Map.entry("seed", "1"), Map.entry("model", "peeps"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "Creation Time", "Gr\u00f6\u00dfe",
			"0123456789012345678901234567890123456789012345678901234567890123456789012345678" })
	void keywordsOfPngAreAllowed(String keyword) {
		assertThat(new Metadata(Map.of(keyword, ""), null).entries()).containsKey(keyword);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", " a", "a ", "a  b", "a\u0000b", "a\nb", "a\u007fb", "a\u00a0b", "\u20ac",
			"01234567890123456789012345678901234567890123456789012345678901234567890123456789" })
	void otherKeywordsAreRefused(String keyword) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Metadata(Map.of(keyword, ""), null))
			.withMessageStartingWith("keyword (\"%s\") must be 1 to 79".formatted(keyword));
	}

	@Test
	void aTextThatPngWouldCutShortIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Metadata(Map.of("label", "a\0b"), null))
			.withMessage("text of keyword \"label\" must not contain NUL");
	}

}
