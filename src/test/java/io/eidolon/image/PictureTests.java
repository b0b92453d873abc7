package io.eidolon.image;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PictureTests {

	@ParameterizedTest
	@CsvSource({ "1, 1", "1, 2", "3, 3", "3, 8" })
	void scalingRepeatsEachPixel(int channels, int factor) {
		Picture picture = TestPictures.noise(7, 5, channels, 1);
		Picture scaled = picture.scale(factor);
		assertThat(scaled.width()).isEqualTo(7 * factor);
		assertThat(scaled.height()).isEqualTo(5 * factor);
		for (int i = 0; i < scaled.width() * scaled.height(); i++) {
			int x = i % scaled.width() / factor;
			int y = i / scaled.width() / factor;
			assertThat(scaled.rgb(i)).isEqualTo(picture.rgb(y * picture.width() + x));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void aGridLaysPicturesOutInRows(int channels) {
		List<Picture> pictures = IntStream.range(0, 5).mapToObj((i) -> TestPictures.noise(4, 3, channels, i)).toList();
		Picture grid = Picture.grid(pictures, 3);
		assertThat(grid.width()).isEqualTo(12);
		assertThat(grid.height()).isEqualTo(6);
		for (int i = 0; i < grid.width() * grid.height(); i++) {
			int x = i % grid.width();
			int y = i / grid.width();
			int cell = y / 3 * 3 + x / 4;
			int expected = (cell < 5) ? pictures.get(cell).rgb(y % 3 * 4 + x % 4) : 0xffffff;
			assertThat(grid.rgb(i)).isEqualTo(expected);
		}
	}

	@Test
	void aPictureFillsItsShape() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Picture(2, 2, 3, new byte[4]))
			.withMessage("samples (4) must be 2 x 2 x 3 = 12");
		assertThatIllegalArgumentException().isThrownBy(() -> new Picture(2, 2, 2, new byte[8]))
			.withMessage("channels (2) must be 1 or 3");
		assertThatIllegalArgumentException().isThrownBy(() -> new Picture(0, 2, 1, new byte[0]))
			.withMessage("sides (0 x 2) must be at least 1");
		assertThatIllegalArgumentException().isThrownBy(() -> new Picture(65_536, 65_536, 1, new byte[0]))
			.withMessageContaining("4294967296");
	}

	@Test
	void scalesAndGridsOutOfRangeAreRefused() {
		Picture picture = TestPictures.noise(2, 2, 1, 0);
		assertThatIllegalArgumentException().isThrownBy(() -> picture.scale(0))
			.withMessage("factor (0) must be at least 1");
		assertThatIllegalArgumentException().isThrownBy(() -> Picture.grid(List.of(picture), 0))
			.withMessage("columns (0) must be at least 1");
		assertThatIllegalArgumentException().isThrownBy(() -> Picture.grid(List.of(), 1))
			.withMessage("pictures (0) must be at least 1");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Picture.grid(List.of(picture, TestPictures.noise(2, 2, 3, 0)), 1))
			.withMessage("pictures must have one shape, but have [2 x 2 x 1, 2 x 2 x 3]");
		assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> picture.scale(50_000));
	}

}
