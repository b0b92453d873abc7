package io.eidolon.training.quality;

import java.util.Arrays;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class AntialiasedResizeTests {

	@Property(tries = 100, seed = "1")
	void aFlatPlaneStaysFlatWhateverItsSize(@ForAll @IntRange(min = 1, max = 40) int width,
			@ForAll @IntRange(min = 1, max = 40) int height, @ForAll @IntRange(min = 1, max = 40) int size) {
		float[] plane = new float[width * height];
		Arrays.fill(plane, 0.7f);
		float[] resized = new AntialiasedResize(width, height, size, Resampling.BILINEAR).resize(plane);
		assertThat(resized).hasSize(size * size);
		for (float value : resized) {
			assertThat(value).isCloseTo(0.7f, within(1e-5f));
		}
	}

	@Test
	void growingInterpolatesBetweenPixelCentres() {
		// New centres lie at -0.25, 0.25, 0.75 and 1.25 of the old ones.
		float[] resized = new AntialiasedResize(2, 2, 4, Resampling.BILINEAR).resize(new float[] { 0, 4, 0, 4 });
		assertThat(Arrays.copyOf(resized, 4)).containsExactly(0, 1, 3, 4);
	}

	@Test
	void shrinkingWeighsByATriangleOfTwoNewPixels() {
		// Under the first new pixel of 4 -> 2: old ones at distances 0.25, 0.25 and 0.75
		// of a new one.
		float[] resized = new AntialiasedResize(4, 4, 2, Resampling.BILINEAR)
			.resize(new float[] { 7, 0, 0, 0, 7, 0, 0, 0, 7, 0, 0, 0, 7, 0, 0, 0 });
		assertThat(resized[0]).isCloseTo(3, within(1e-5f));
		assertThat(resized[1]).isZero();
	}

	/** {@code Image.fromarray(plane, "F").resize((size, size), Image.BICUBIC)}. */
	@ParameterizedTest
	@CsvSource({ "7, 3, 0.449002 0.380569 0.344002 0.375066 0.417245 0.409723 0.441814 0.312083 0.509713",
			"2, 3, -0.031163 0.010526 0.052216 0.180263 0.35 0.519737 0.39169 0.689474 0.987258" })
	void bicubicIsThatOfPillow(int side, int size, String expected) {
		float[] plane = new float[side * side];
		for (int i = 0; i < plane.length; i++) {
			plane[i] = i * i % 11 / 10f;
		}
		float[] resized = new AntialiasedResize(side, side, size, Resampling.BICUBIC).resize(plane);
		String[] values = expected.split(" ");
		assertThat(resized).hasSameSizeAs(values);
		for (int i = 0; i < values.length; i++) {
			assertThat(resized[i]).isCloseTo(Float.parseFloat(values[i]), within(1e-5f));
		}
	}

	@Test
	void oblongPlanesAreStretchedToSquares() {
		float[] resized = new AntialiasedResize(2, 4, 2, Resampling.BILINEAR)
			.resize(new float[] { 0, 8, 0, 8, 0, 8, 0, 8 });
		assertThat(resized).containsExactly(0, 8, 0, 8);
	}

	@Test
	void theSameSizeChangesNothing() {
		float[] plane = { 1, 2, 3, 4 };
		assertThat(new AntialiasedResize(2, 2, 2, Resampling.BILINEAR).resize(plane)).isSameAs(plane);
	}

}
