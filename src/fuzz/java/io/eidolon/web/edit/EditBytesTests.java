package io.eidolon.web.edit;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.web.http.WireTypeModule;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that any bytes are an edit, or refused. Without {@code JAZZER_FUZZ=1} the seeds and
 * what was found before are read; with it others are sought.
 */
class EditBytesTests {

	private static final JsonMapper JSON = JsonMapper.builder().addModule(module()).build();

	@MethodSource("seeds")
	@FuzzTest(maxDuration = "1h")
	void anyBytesAreAnEditOrRefused(byte[] bytes) {
		try {
			EditForm form = JSON.readValue(bytes, EditForm.class);
			if (form != null) {
				assertThat(form.toRequest()).isNotNull();
			}
		}
		catch (JacksonException | InvalidParameterException ex) {
			assertThat(ex.getMessage()).isNotEmpty();
		}
	}

	static Stream<byte[]> seeds() {
		return Stream.of("""
				{"model": "peeps", "seed": 7, "candidates": 8, "starts": 16, "steps": 10, "smoothness": 0.5, "prior": 0.1,
				 "constraints": [{"type": "colour", "box": [0, 0, 8, 8], "colour": "#cc2222", "weight": 2},
				 {"type": "sketch", "mask": "iVBORw0KGgo="}]}""", "{\"latent\": [1e38, -1, 0], \"format\": \"webp\"}")
			.map((json) -> json.getBytes(StandardCharsets.UTF_8));
	}

	private static WireTypeModule module() {
		try (var context = new AnnotationConfigApplicationContext(WireTypeModule.class)) {
			return context.getBean(WireTypeModule.class);
		}
	}

}
