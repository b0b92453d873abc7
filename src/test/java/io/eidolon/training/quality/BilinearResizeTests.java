package io.eidolon.training.quality;

import java.util.Arrays;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BilinearResizeTests {

	@Property(tries = 100, seed = "1")
	void aFlatPlaneStaysFlatWhateverItsSize(@ForAll @IntRange(min = 1, max = 40) int width,
			@ForAll @IntRange(min = 1, max = 40) int height, @ForAll @IntRange(min = 1, max = 40) int size) {
		float[] plane = new float[width * height];
		Arrays.fill(plane, 0.7f);
		float[] resized = new BilinearResize(width, height, size).resize(plane);
		assertThat(resized).hasSize(size * size);
		for (float value : resized) {
			assertThat(value).isCloseTo(0.7f, within(1e-5f));
		}
	}

	@Test
	void growingInterpolatesBetweenPixelCentres() {
		// New centres lie at -0.25, 0.25, 0.75 and 1.25 of the old ones.
		float[] resized = new BilinearResize(2, 2, 4).resize(new float[] { 0, 4, 0, 4 });
		assertThat(Arrays.copyOf(resized, 4)).containsExactly(0, 1, 3, 4);
	}

	@Test
	void shrinkingWeighsByATriangleOfTwoNewPixels() {
		// Under the first new pixel of 4 -> 2: old ones at distances 0.25, 0.25 and 0.75
		// of a new one.
		float[] resized = new BilinearResize(4, 4, 2)
			.resize(new float[] { 7, 0, 0, 0, 7, 0, 0, 0, 7, 0, 0, 0, 7, 0, 0, 0 });
		assertThat(resized[0]).isCloseTo(3, within(1e-5f));
		assertThat(resized[1]).isZero();
	}

	@Test
	void oblongPlanesAreStretchedToSquares() {
		float[] resized = new BilinearResize(2, 4, 2).resize(new float[] { 0, 8, 0, 8, 0, 8, 0, 8 });
		assertThat(resized).containsExactly(0, 8, 0, 8);
	}

	@Test
	void theSameSizeChangesNothing() {
		float[] plane = { 1, 2, 3, 4 };
		assertThat(new BilinearResize(2, 2, 2).resize(plane)).isSameAs(plane);
	}

}
