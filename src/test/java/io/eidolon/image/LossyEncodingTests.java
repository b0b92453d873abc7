package io.eidolon.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LossyEncodingTests {

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "PNG")
	void aHigherQualityIsALargerFileOfANearerPicture(StillFormat format) throws IOException {
		for (int channels : new int[] { 1, 3 }) {
			Picture picture = TestPictures.noise(48, 32, channels, 1);
			double nearest = Double.MAX_VALUE;
			int smallest = 0;
			for (int quality : new int[] { 0, 50, 95 }) {
				byte[] file = new LossyEncoding(format, quality).encode(picture, Metadata.NONE);
				double error = TestPictures.error(TestPictures.decode(file), picture);
				assertThat(error).isLessThan(nearest);
				assertThat(file.length).isGreaterThan(smallest);
				nearest = error;
				smallest = file.length;
			}
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "PNG")
	void aLossyPictureSaysWhatMadeIt(StillFormat format) {
		Metadata made = new Metadata(Map.of(), DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA);
		byte[] file = new LossyEncoding(format, 50).encode(TestPictures.smooth(13, 11, 3, 0.5), made);
		assertThat(new String(file, StandardCharsets.ISO_8859_1)).containsOnlyOnce("trainedAlgorithmicMedia");
		assertThat(TestFiles.read(file).width()).isEqualTo(13);
	}

	@Test
	void pngIsNeverLossy() {
		assertThatIllegalArgumentException().isThrownBy(() -> new LossyEncoding(StillFormat.PNG, 50))
			.withMessage("quality (50) of png must be from 0 to 100, of jpeg or webp");
	}

}
