package io.eidolon.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Python makes of a text; see golden/sentences.py.
 *
 * @param text the text
 * @param tokens the indexes of its tokens
 * @param vector (384) of length 1, null for texts that stand here for their tokens alone
 */
record Golden(String text, long[] tokens, float @Nullable [] vector) {

	static List<Golden> all() throws IOException {
		try (InputStream json = Golden.class.getResourceAsStream("/golden/sentences.json")) {
			return List.of(JsonMapper.shared().readValue(Objects.requireNonNull(json), Golden[].class));
		}
	}

	static List<Golden> sentences() throws IOException {
		return all().stream().filter((golden) -> golden.vector != null).toList();
	}

	@Override
	public String toString() {
		return this.text;
	}

}
