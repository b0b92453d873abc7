package io.eidolon.search;

import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.ValueRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("foreign")
class SearchEffortTests {

	@ParameterizedTest
	@CsvSource({ "64, 64, 400, 25, 400", "256, 256, 400, 25, 400", "512, 256, 400, 25, 200", "1024, 1024, 400, 30, 30",
			"1024, 1024, 16, 4, 4", "4096, 4096, 400, 25, 25", "4096, 4096, 2, 4, 2", "8, 8, 0, 4, 0" })
	void ofLargeImagesLessIsDoneUnlessMoreIsAskedFor(int width, int height, int usual, int least, int expected) {
		assertThat(new SearchEffort(new ImageShape(width, height, 3, new ValueRange(-1, 1))).of(usual, least))
			.isEqualTo(expected);
	}

}
