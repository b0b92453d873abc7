package io.eidolon.image;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PictureResizeTests {

	@Test
	void halvingAveragesBlocksOfFour() {
		float[] plane = { 1, 3, 10, 20, 5, 7, 30, 40, 0, 0, 8, 8, 0, 4, 8, 8 };
		assertThat(resize(plane, 4, 4, 2, 2)).containsExactly(4, 25, 1, 8);
	}

	@Test
	void aPixelThatIsCoveredInPartCountsByThatPart() {
		float[] plane = { 0, 3, 6, 0, 3, 6, 0, 3, 6 };
		// Each new column covers one and a half old ones.
		assertThat(resize(plane, 3, 3, 2, 2)).containsExactly(1, 5, 1, 5);
	}

	@ParameterizedTest
	@CsvSource({ "28,32", "100,64", "64,64", "33,28", "128,32", "5,128", "1,28" })
	void theMeanIsKept(int side, int size) {
		Random random = new Random(7);
		float[] plane = new float[side * side];
		for (int i = 0; i < plane.length; i++) {
			plane[i] = 255 * random.nextFloat();
		}
		double[] resized = resize(plane, side, side, size, size);
		assertThat(resized).hasSize(size * size);
		assertThat(mean(resized)).isCloseTo(mean(plane), within(1e-2));
	}

	@Test
	void fromTwiceTheSizeOnPixelsAreInterpolatedBetweenCentres() {
		float[] line = { 0, 8, 4 };
		double[] larger = resize(line, AxisWeights.smooth(3, 6), AxisWeights.smooth(1, 1), 3, 1);
		assertThat(larger).containsExactly(0, 2, 6, 7, 5, 4);
		float[] plane = { 0, 4, 8, 12 };
		assertThat(resize(plane, AxisWeights.smooth(2, 4), AxisWeights.smooth(2, 4), 2, 2)).containsExactly(0, 1, 3, 4,
				2, 3, 5, 6, 6, 7, 9, 10, 8, 9, 11, 12);
		assertThat(resize(new float[] { 7 }, AxisWeights.smooth(1, 3), AxisWeights.smooth(1, 2), 1, 1)).containsOnly(7);
	}

	@ParameterizedTest
	@CsvSource({ "28,32", "100,64", "64,64", "33,65" })
	void belowThatASmoothPictureIsOneByArea(int side, int size) {
		assertThat(AxisWeights.smooth(side, size).weights()).isDeepEqualTo(AxisWeights.byArea(side, size).weights());
	}

	private static double[] resize(float[] plane, int width, int height, int toWidth, int toHeight) {
		return resize(plane, AxisWeights.byArea(width, toWidth), AxisWeights.byArea(height, toHeight), width, height);
	}

	private static double[] resize(float[] plane, AxisWeights columns, AxisWeights lines, int width, int height) {
		PictureResize resize = new PictureResize(columns, lines, 1);
		for (int y = 0; y < height; y++) {
			resize.add(Arrays.copyOfRange(plane, y * width, (y + 1) * width));
		}
		return resize.result();
	}

	private static double mean(double[] plane) {
		return Arrays.stream(plane).average().orElseThrow();
	}

	private static double mean(float[] plane) {
		double sum = 0;
		for (float value : plane) {
			sum += value;
		}
		return sum / plane.length;
	}

}
