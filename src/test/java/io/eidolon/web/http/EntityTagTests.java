package io.eidolon.web.http;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EntityTagTests {

	private static final String TAG = EntityTag.of("peeps", 7, null);

	@Test
	void tagsAreStrongAndDependOnEachProperty() {
		assertThat(TAG).matches("\"[0-9a-f]{32}\"").isEqualTo(EntityTag.of("peeps", 7, null));
		assertThat(TAG).isNotIn(EntityTag.of("peeps", 8, null), EntityTag.of("fashion", 7, null),
				EntityTag.of("peeps", 7, "Bag"));
	}

}
