package io.eidolon.web.models;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

class EntityTagTests {

	private static final String TAG = EntityTag.of("peeps", 7, null);

	@Test
	void tagsAreStrongAndDependOnEachProperty() {
		assertThat(TAG).matches("\"[0-9a-f]{32}\"").isEqualTo(EntityTag.of("peeps", 7, null));
		assertThat(TAG).isNotIn(EntityTag.of("peeps", 8, null), EntityTag.of("fashion", 7, null),
				EntityTag.of("peeps", 7, "Bag"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
			*              | true
			TAG            | true
			W/TAG          | true
			"a", TAG       | true
			"a", W/"b"     | false
			"              | false
			,              | false
			""")
	void aClientThatNamesTheTagHasTheEntity(String header, boolean matches) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.IF_NONE_MATCH, header.replace("TAG", TAG));
		assertThat(EntityTag.matches(headers, TAG)).isEqualTo(matches);
		assertThat(EntityTag.matches(new HttpHeaders(), TAG)).isFalse();
	}

}
