package io.eidolon.search;

import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.ValueRange;
import io.eidolon.serving.Enlargement;
import io.eidolon.serving.InvalidParameterException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("foreign")
class SearchMemoryTests {

	private static final long PIXELS = 1024 * 1024;

	private final SearchMemory small = new SearchMemory(new ImageShape(64, 64, 3, ValueRange.TANH));

	private final SearchMemory large = new SearchMemory(new ImageShape(1024, 1024, 3, ValueRange.TANH));

	@Test
	void fewerLargeImagesAreEvaluatedAtOnce() {
		assertThat(this.small.atOnce()).isEqualTo(16);
		assertThat(this.large.atOnce()).isEqualTo(2);
		assertThat(new SearchMemory(new ImageShape(4096, 4096, 3, ValueRange.TANH)).atOnce()).isOne();
	}

	@Test
	void whileTheBestAreSoughtOnlyTheirImagesAreKeptWhereImagesAreLarge() {
		assertThat(this.small.kept(256, 16)).isEqualTo(256);
		assertThat(this.large.kept(64, 9)).isEqualTo(9);
	}

	@Test
	void asManyFitAsTheMemoryHoldsBesideThoseThatAreEvaluated() {
		assertThat(this.large.fitting(16 * PIXELS, Enlargement.NONE, 1)).isEqualTo(9);
		assertThat(this.large.pixels(9 + 1, Enlargement.NONE)).isEqualTo(16 * PIXELS);
		assertThat(this.large.fitting(16 * PIXELS, new Enlargement(1, 2), 1)).isOne();
		assertThat(this.small.fitting(16 * PIXELS, Enlargement.NONE, 1)).isGreaterThan(1000);
	}

	@Test
	void whatDoesNotFitIsRefusedByTheParameterThatDecides() {
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> this.large.fitting(16 * PIXELS, new Enlargement(1, 4), 1))
			.withMessage(
					"scale (4) must be less for images of 1024 x 1024 pixels, as a search may take 16777216 pixels "
							+ "of memory");
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> this.large.fitting(PIXELS, Enlargement.NONE, 1))
			.withMessageStartingWith("model must be one of smaller images, and not one for images of 1024 x 1024");
	}

}
