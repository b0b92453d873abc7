package io.eidolon.inference.plan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ImageComparisonTests {

	@ParameterizedTest
	@CsvSource({ "100000, 0, 0, true", "100000, 100, 1, true", "100000, 101, 1, false", "100000, 1, 2, false",
			"64, 1, 1, true", "64, 2, 1, false" })
	void roundingIsRareAndOfOneLevel(long samples, long different, int maximum, boolean rounding) {
		assertThat(new ImageComparison(samples, different, maximum, different).isRounding()).isEqualTo(rounding);
	}

	@Test
	void psnrIsTheRatioOfTheFullRangeToTheMeanSquaredDifference() {
		// A mean squared difference of 6.5025 is a ten thousandth of 255 squared.
		assertThat(new ImageComparison(1000, 1000, 5, 6502.5).psnr()).isCloseTo(40, within(1e-9));
		assertThat(new ImageComparison(1000, 0, 0, 0).psnr()).isInfinite();
	}

}
