package io.eidolon.training.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class BatchLoaderTests {

	@Test
	void anEpochShowsEachPictureOnce() {
		BatchOrder order = new BatchOrder(12, 4, 5);
		for (int epoch = 0; epoch < 3; epoch++) {
			List<Integer> seen = new ArrayList<>();
			for (int step = 0; step < 3; step++) {
				IntStream.of(order.positions(3 * epoch + step)).forEach(seen::add);
			}
			assertThat(seen).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 12).boxed().toList());
		}
	}

	@Test
	void epochsAndSeedsDifferInTheirOrder() {
		assertThat(new BatchOrder(50, 50, 5).positions(0)).isNotEqualTo(new BatchOrder(50, 50, 5).positions(1))
			.isNotEqualTo(new BatchOrder(50, 50, 6).positions(0))
			.isEqualTo(new BatchOrder(50, 50, 5).positions(0));
	}

	@Test
	void aLoaderThatStartsLaterGoesOnAsTheFirstWould() {
		try (PictureSet set = fashion();
				BatchLoader whole = new BatchLoader(set, 10, true, 3, 0);
				BatchLoader resumed = new BatchLoader(set, 10, true, 3, 9)) {
			for (int i = 0; i < 9; i++) {
				whole.next();
			}
			for (int i = 0; i < 10; i++) {
				Batch expected = whole.next();
				Batch actual = resumed.next();
				assertThat(actual.images()).isEqualTo(expected.images());
				assertThat(actual.labels()).isEqualTo(expected.labels());
			}
		}
	}

	@Test
	void pixelsAreScaledToMinusOneToOne() {
		try (PictureSet set = fashion(); BatchLoader loader = new BatchLoader(set, 64, false, 3, 0)) {
			Batch batch = loader.next();
			assertThat(batch.images()).hasSize(64 * 28 * 28).contains(-1, 1);
			for (float value : batch.images()) {
				assertThat(value).isBetween(-1f, 1f);
			}
		}
	}

	@Test
	void someOfThePicturesAreMirrored() {
		try (PictureSet set = fashion();
				BatchLoader plain = new BatchLoader(set, 64, false, 3, 0);
				BatchLoader flipping = new BatchLoader(set, 64, true, 3, 0)) {
			float[] straight = plain.next().images();
			float[] flipped = flipping.next().images();
			int mirrored = 0;
			for (int n = 0; n < 64; n++) {
				boolean same = true;
				boolean mirror = true;
				for (int i = 0; i < 784; i++) {
					int opposite = i - i % 28 + 27 - i % 28;
					same &= flipped[n * 784 + i] == straight[n * 784 + i];
					mirror &= flipped[n * 784 + i] == straight[n * 784 + opposite];
				}
				assertThat(same || mirror).isTrue();
				mirrored += (mirror && !same) ? 1 : 0;
			}
			assertThat(mirrored).isBetween(16, 48);
		}
	}

	private static PictureSet fashion() {
		return PictureSet.open(PictureSettings.squares(Path.of("src/test/resources/fixtures/fashion"), 28, null,
				DataSize.ofMegabytes(1)));
	}

}
