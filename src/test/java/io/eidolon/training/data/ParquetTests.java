package io.eidolon.training.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.eidolon.training.data.files.DataException;
import io.eidolon.training.data.labels.LabelSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ParquetTests {

	private static final Path FIXTURES = Path.of("src/test/resources/fixtures");

	private static final Path PARTS = FIXTURES.resolve("parquet");

	@Test
	void thePartsOfAFolderAreOneSetWithTheNamesOfItsClasses() {
		Map<String, String> found = TestPictures.found(PARTS, TestPictures.LABELLED);
		assertThat(found.keySet()).hasSize(6).allMatch((path) -> path.matches("train/\\d{8}\\.png"));
		assertThat(found.values()).containsExactly("cat", "dog", "cat", "dog", "cat", "dog");
	}

	@Test
	void picturesAreThoseThatWereWritten() {
		try (PictureSet set = PictureSet.open(TestPictures.settings(PARTS, LabelSettings.FOLDERS))) {
			assertThat(set.positions()).isEqualTo(6);
			for (int i = 0; i < 6; i++) {
				assertThat(set.example(i).picture().samples()[0]).isEqualTo((byte) i);
			}
		}
	}

	@Test
	void aColumnOfTextsHoldsCaptions() throws IOException {
		try (PictureSource source = PictureSources.open(PARTS, LabelSettings.FOLDERS, TestPictures.TO_THE_END)) {
			CaptionTable table = CaptionTable.read(source, null, List.of("text"));
			assertThat(table.entries().get(4).captions()).containsExactly("picture number 4, grey");
			assertThat(table.attributes()).containsExactly("label");
			assertThat(table.entries().get(4).attributes()).containsExactly("cat");
		}
	}

	@Test
	void bytesWithoutAPathAndListsOfCaptionsAreReadAsWell() throws IOException {
		try (PictureSource source = PictureSources.open(FIXTURES.resolve("plain.parquet"), LabelSettings.FOLDERS,
				TestPictures.TO_THE_END)) {
			assertThat(source.size()).isEqualTo(2);
			CaptionTable table = CaptionTable.read(source, null, List.of());
			assertThat(table.entries().get(0).captions()).containsExactly("one", "first");
		}
	}

	@Test
	void copyingEndsWhenItIsToldTo() {
		assertThatIllegalStateException().isThrownBy(() -> PictureSources.open(PARTS, LabelSettings.FOLDERS, () -> {
			throw new IllegalStateException("told to");
		})).withMessage("told to");
	}

	@Test
	void aFileThatIsCutOffIsRefusedByName(@TempDir Path folder) throws IOException {
		byte[] whole = Files.readAllBytes(FIXTURES.resolve("plain.parquet"));
		for (int length : new int[] { 0, 4, whole.length / 2, whole.length - 1 }) {
			Path cut = Files.write(folder.resolve("cut.parquet"), java.util.Arrays.copyOf(whole, length));
			assertThatExceptionOfType(DataException.class)
				.isThrownBy(() -> PictureSources.open(cut, LabelSettings.FOLDERS, TestPictures.TO_THE_END))
				.withMessageContaining("cut.parquet cannot be read: ");
		}
	}

}
