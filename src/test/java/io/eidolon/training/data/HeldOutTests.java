package io.eidolon.training.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.eidolon.image.Picture;
import io.eidolon.training.data.files.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class HeldOutTests {

	private static final Path FASHION = Path.of("src/test/resources/fixtures/fashion");

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.01, 0.1, 0.5, 0.9, 1 })
	void aboutTheShareIsHeldOut(double share) {
		long held = IntStream.range(0, 100_000).filter((i) -> HeldOut.contains(i, share)).count();
		assertThat(held / 100_000.0).isCloseTo(share, within(0.005));
	}

	@Test
	void aSmallerShareIsAPartOfALargerOne() {
		assertThat(IntStream.range(0, 1000).filter((i) -> HeldOut.contains(i, 0.1)))
			.allMatch((i) -> HeldOut.contains(i, 0.2));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1_000_000, 0 })
	void thePartsShareNoPictureAndLeaveNoneOut(int memory) {
		try (PictureSet whole = open(memory)) {
			PictureSet.Split split = whole.split(0.3);
			assertThat(split.training().size() + split.heldOut().size()).isEqualTo(whole.size());
			Set<List<Byte>> training = pictures(split.training());
			Set<List<Byte>> heldOut = pictures(split.heldOut());
			assertThat(training).doesNotContainAnyElementsOf(heldOut);
			assertThat(training.size() + heldOut.size()).isEqualTo(pictures(whole).size());
		}
	}

	@Test
	void aPartKeepsLabelsAndIsTheSameEachTime() {
		try (PictureSet whole = open(0); PictureSet again = open(1_000_000)) {
			PictureSet first = whole.split(0.2).heldOut();
			PictureSet second = again.split(0.2).heldOut();
			assertThat(second.positions()).isEqualTo(first.positions());
			for (int i = 0; i < first.positions(); i++) {
				assertThat(second.example(i).label()).isEqualTo(first.example(i).label());
				assertThat(second.example(i).picture().samples()).isEqualTo(first.example(i).picture().samples());
			}
		}
	}

	@Test
	void aShareThatLeavesAPartEmptyIsRefused() {
		try (PictureSet whole = open(0)) {
			assertThatExceptionOfType(DataException.class).isThrownBy(() -> whole.split(0.0001))
				.withMessageContaining("held-out (1.0E-4) must leave pictures in both parts")
				.withMessageContaining("not 64 and 0");
		}
	}

	private static PictureSet open(int memory) {
		return PictureSet.open(PictureSettings.squares(FASHION, 28, null, DataSize.ofBytes(memory)));
	}

	private static Set<List<Byte>> pictures(PictureSet set) {
		return IntStream.range(0, set.positions())
			.mapToObj((i) -> bytes(set.example(i).picture()))
			.collect(Collectors.toSet());
	}

	private static List<Byte> bytes(Picture picture) {
		return IntStream.range(0, picture.samples().length).mapToObj((i) -> picture.samples()[i]).toList();
	}

}
