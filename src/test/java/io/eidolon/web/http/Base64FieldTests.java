package io.eidolon.web.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.eidolon.serving.InvalidParameterException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("foreign")
class Base64FieldTests {

	@ParameterizedTest
	@ValueSource(strings = { "cGljdHVyZQ==", "cGlj\r\ndHVy\nZQ==\n", "data:image/png;base64,cGljdHVyZQ==",
			" data:image/png;base64,cGlj\n dHVyZQ== " })
	void aFileMayBeADataUrlAndBrokenIntoLines(String text) {
		assertThat(Base64Field.decode("picture", text)).isEqualTo("picture".getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void aFileOfManyLinesIsRead() {
		byte[] file = new byte[10_000];
		assertThat(Base64Field.decode("picture", Base64.getMimeEncoder().encodeToString(file))).isEqualTo(file);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cGlj!HVyZQ==", "c", "data:text/plain,picture", "cGl-dHVyZQ==" })
	void whatIsNoBase64IsRefused(String text) {
		assertThatExceptionOfType(InvalidParameterException.class).isThrownBy(() -> Base64Field.decode("picture", text))
			.withMessage("picture must be a file in base64");
	}

}
