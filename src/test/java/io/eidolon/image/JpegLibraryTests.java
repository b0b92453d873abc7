package io.eidolon.image;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JpegLibraryTests {

	@Test
	void adviceNamesTheRemedyAndWhatWritesMeanwhile() {
		assertThat(JpegLibrary.advice(false)).get()
			.asString()
			.startsWith("libturbojpeg is not installed")
			.contains("Eidolon's own encoder", "libturbojpeg0 on Debian");
	}

	@Test
	void whereTheLibraryIsThereIsNothingToSay() {
		assertThat(JpegLibrary.advice(true)).isEmpty();
		assertThat(JpegLibrary.advice().isEmpty()).isEqualTo(TurboJpeg.find().isPresent());
	}

}
