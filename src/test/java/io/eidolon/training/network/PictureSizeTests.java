package io.eidolon.training.network;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PictureSizeTests {

	@ParameterizedTest
	@CsvSource({ "28,28,28,2", "64,64,64,4", "64x96,64,96,4", "96X64,96,64,4", "48x64,48,64,3", "256x512,256,512,6" })
	void aSizeIsASideOrWidthAndHeight(String text, int width, int height, int halvings) {
		PictureSize size = PictureSize.of(text);
		assertThat(size.width()).isEqualTo(width);
		assertThat(size.height()).isEqualTo(height);
		assertThat(size.halvings()).isEqualTo(halvings);
	}

	@Test
	void whatIsReadIsWhatIsWritten() {
		assertThat(PictureSize.of(new PictureSize(64, 96).toString())).isEqualTo(new PictureSize(64, 96));
		assertThat(PictureSize.square(64)).hasToString("64");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					33      | must have a shorter side of one of [28, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256] pixels
					16      | must have a shorter side of one of [28, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256] pixels
					64x90   | must have beside 64 pixels a multiple of 16, at most 256
					512x64  | must have beside 64 pixels a multiple of 16, at most 256
					64*96   | must be a side in pixels or width x height, such as 64 or 64x96
					large   | must be a side in pixels or width x height, such as 64 or 64x96
					""")
	void aSizeThatNetworksCannotHaveIsAnsweredWithThoseThatTheyCan(String text, String answer) {
		assertThatIllegalArgumentException().isThrownBy(() -> PictureSize.of(text)).withMessage(answer);
	}

}
