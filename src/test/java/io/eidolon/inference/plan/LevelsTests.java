package io.eidolon.inference.plan;

import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.ValueRange;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LevelsTests {

	@Test
	void theEndsOfTheRangeAreBlackAndFullIntensity() {
		assertThat(levels(ValueRange.TANH, -1, 0, 1)).containsExactly(0, 128, 255);
		assertThat(levels(new ValueRange(0, 1), 0, 0.5f, 1)).containsExactly(0, 128, 255);
	}

	@Test
	void valuesBeyondTheRangeAreClamped() {
		assertThat(levels(ValueRange.TANH, -1.1f, 1.1f, 1e30f)).containsExactly(0, 255, 255);
		assertThat(levels(ValueRange.TANH, -1e30f, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY)).containsExactly(0,
				0, 255);
	}

	@Test
	void whatIsNotANumberIsBlack() {
		assertThat(levels(ValueRange.TANH, Float.NaN, 1, Float.NaN)).containsExactly(0, 255, 0);
	}

	@Test
	void everyLevelComesBackFromTheValueThatStandsForIt() {
		for (int level = 0; level <= 255; level++) {
			float value = -1 + 2 * level / 255f;
			assertThat(levels(ValueRange.TANH, value, value, value)).containsExactly(level, level, level);
		}
	}

	@Property(seed = "5")
	void valuesAreRoundedToTheNearestLevel(@ForAll @FloatRange(min = -1, max = 1) @Scale(6) float value) {
		double exact = 255 * (value + 1.0) / 2;
		assertThat((double) levels(ValueRange.TANH, value, 0, 0)[0]).isBetween(exact - 0.5001, exact + 0.5001);
	}

	@Test
	void planesBecomeInterleavedPixelsRowByRow() {
		Levels levels = new Levels(new ImageShape(2, 2, 3, new ValueRange(0, 255)));
		float[] images = new float[24]; // two pictures of 3 planes of 2 rows of 2
		for (int i = 0; i < images.length; i++) {
			images[i] = i;
		}
		assertThat(levels.samples(images, 0)).containsExactly(0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11);
		assertThat(levels.samples(images, 1)).containsExactly(12, 16, 20, 13, 17, 21, 14, 18, 22, 15, 19, 23);
	}

	private static int[] levels(ValueRange range, float... values) {
		byte[] samples = new Levels(new ImageShape(3, 1, 1, range)).samples(values, 0);
		return new int[] { samples[0] & 0xFF, samples[1] & 0xFF, samples[2] & 0xFF };
	}

}
