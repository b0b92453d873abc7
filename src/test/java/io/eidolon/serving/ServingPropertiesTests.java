package io.eidolon.serving;

import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.ValueRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class ServingPropertiesTests {

	private static final ImageShape SHAPE = new ImageShape(64, 64, 3, ValueRange.TANH);

	private final ServingProperties limits = new ServingProperties(64, 120, 8, 16_383, 1 << 25, 1L << 28);

	@Test
	void theLargestGridOfASmallModelFits() {
		assertThatNoException()
			.isThrownBy(() -> this.limits.checkSize(SHAPE, "count", 64, 8, 8, new Enlargement(1, 8)));
	}

	@Test
	void aFactorOutOfRangeIsRefused() {
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> this.limits.checkSize(SHAPE, "count", 1, 1, 1, new Enlargement(1, 9)))
			.withMessage("scale (9) must be between 1 and 8");
	}

	@Test
	void sidesAreBoundedHoweverThePicturesStand() {
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> this.limits.checkSize(SHAPE, "count", 64, 64, 1, new Enlargement(1, 4)))
			.withMessageStartingWith("scale (4) must be at most 3 for pictures of 64x64");
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> this.limits.checkSize(SHAPE, "count", 64, 1, 64, new Enlargement(1, 4)))
			.withMessageStartingWith("scale (4) must be at most 3");
	}

	@Test
	void pixelsAreBoundedInAll() {
		ImageShape large = new ImageShape(1024, 1024, 3, ValueRange.TANH);
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> this.limits.checkSize(large, "count", 16, 1, 1, new Enlargement(1, 2)))
			.withMessageStartingWith("scale (2) must be at most 1");
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> this.limits.checkSize(large, "steps", 33, 1, 1, new Enlargement(1, 1)))
			.withMessageStartingWith("steps (33) must be less for pictures of 1024x1024");
	}

	@Test
	void anAnswerThatNeverFitsTheHeapIsAnErrorOfTheRequest() {
		ServingProperties small = new ServingProperties(64, 120, 8, 16_383, 1 << 25, 2L * 64 * 64 * 16);
		assertThatNoException().isThrownBy(() -> small.checkSize(SHAPE, "count", 4, 2, 2, new Enlargement(1, 2)));
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> small.checkSize(SHAPE, "count", 4, 2, 2, new Enlargement(1, 3)))
			.withMessageEndingWith("and 65536 in all");
	}

	@Test
	void whatTheNetworkMakesCountsAsAnyPixelsDo() {
		assertThatNoException()
			.isThrownBy(() -> this.limits.checkSize(SHAPE, "count", 64, 8, 8, new Enlargement(4, 2)));
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> this.limits.checkSize(SHAPE, "count", 64, 8, 8, new Enlargement(4, 3)))
			.withMessageStartingWith("scale (3) must be at most 2 for pictures of 256x256");
		ImageShape large = new ImageShape(1024, 1024, 3, ValueRange.TANH);
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> this.limits.checkSize(large, "count", 4, 2, 2, new Enlargement(4, 1)))
			.withMessage("upscale (4) must be less or left out for pictures of 4096x4096, as an answer may have 16383 "
					+ "pixels a side and 33554432 in all");
	}

}
