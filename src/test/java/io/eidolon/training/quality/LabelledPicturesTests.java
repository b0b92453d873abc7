package io.eidolon.training.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.eidolon.image.Picture;
import io.eidolon.training.data.Batch;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LabelledPicturesTests {

	@Test
	void greyLevelsEnterAsColoursFromMinusOneToOne() {
		Batch batch = numbered(2).batch(List.of(1, 0));
		assertThat(batch.labels()).containsExactly(1, 0);
		assertThat(batch.images()).hasSize(2 * 3 * 32 * 32).startsWith(1).endsWith(-1);
	}

	@Test
	void anEpochHasEachPictureOnce() {
		Supplier<Batch> batches = numbered(6).batches(3, new SplittableRandom(1));
		for (int epoch = 0; epoch < 2; epoch++) {
			List<Long> seen = new ArrayList<>();
			for (int i = 0; i < 2; i++) {
				LongStream.of(batches.get().labels()).forEach(seen::add);
			}
			assertThat(seen).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L);
		}
	}

	@Test
	void aBatchMayBeLargerThanAllPictures() {
		assertThat(numbered(2).batches(5, new SplittableRandom(1)).get().labels()).hasSize(5).contains(0, 1);
	}

	@Test
	void fewPicturesAreSeenAsOftenAsTheManyBesideThem() {
		LabelledPictures both = numbered(2).and(numbered(6));
		assertThat(both.size()).isEqualTo(12);
		assertThat(both.labels()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 0L, 1L, 0L, 1L, 0L, 1L);
		assertThat(both.pictures()).hasSize(12);
	}

	@Test
	void someAreTakenFromAll() {
		assertThat(numbered(6).some(3).labels()).containsExactly(0L, 2L, 4L);
		assertThat(numbered(2).some(3).labels()).containsExactly(0L, 1L);
	}

	/** Pictures of a class each, black to white. */
	private static LabelledPictures numbered(int count) {
		List<Picture> pictures = IntStream.range(0, count).mapToObj((i) -> {
			byte[] levels = new byte[32 * 32];
			Arrays.fill(levels, (byte) (255 * i / Math.max(1, count - 1)));
			return new Picture(32, 32, 1, levels);
		}).toList();
		return new LabelledPictures(pictures, LongStream.range(0, count).boxed().toList());
	}

}
