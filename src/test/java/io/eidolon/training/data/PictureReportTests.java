package io.eidolon.training.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import io.eidolon.training.data.files.DataException;
import io.eidolon.training.data.labels.LabelSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.eidolon.training.data.TestPictures.LABELLED;
import static io.eidolon.training.data.TestPictures.png;
import static io.eidolon.training.data.TestPictures.report;
import static io.eidolon.training.data.TestPictures.settings;
import static io.eidolon.training.data.TestPictures.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PictureReportTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void fewPicturesAndFewerThanABatchAreWarnedOf() throws IOException {
		write(this.folder, "1.png", "2.png", "3.png");
		assertThat(report(settings(this.folder, LABELLED).batchesOf(4)).warnings())
			.contains("Pictures (3) are fewer than those of a batch (4)")
			.anyMatch((warning) -> warning.startsWith("Pictures are few (3)"));
	}

	@Test
	void labelsThatDifferInCaseAndSmallClassesAreWarnedOf() throws IOException {
		write(this.folder, "Cat/1.png", "cat/1.png", "dog/1.png");
		assertThat(report(settings(this.folder, LABELLED)).warnings()).contains(
				"Labels differ in case only: Cat and cat",
				"3 of 3 classes have fewer than 10 pictures, such as Cat (1)");
	}

	@Test
	void picturesThatAreEnlargedOrMostlyCroppedAreCounted() throws IOException {
		Files.write(this.folder.resolve("small.png"), png(3, 3, 1));
		Files.write(this.folder.resolve("wide.png"), png(200, 20, 2));
		Files.write(this.folder.resolve("fits.png"), png(10, 12, 3));
		assertThat(report(settings(this.folder, LABELLED)).warnings()).contains(
				"1 of 3 pictures are enlarged more than twice",
				"1 of 3 pictures lose more than half of their area, since the centre is cropped");
	}

	@Test
	void oneAndTheSamePictureIsWarnedOf() throws IOException {
		Files.write(this.folder.resolve("1.png"), png(8, 8, 1));
		Files.write(this.folder.resolve("2.png"), png(8, 8, 1));
		assertThat(report(settings(this.folder, LABELLED)).warnings()).contains("All pictures are the same");
		write(this.folder, "3.png");
		assertThat(report(settings(this.folder, LABELLED)).warnings()).contains("1 of 3 pictures are copies of others")
			.doesNotContain("All pictures are the same");
	}

	@Test
	void labelsThatAreNeededAndNotThereAreRefusedBeforeAPictureIsLookedAt() throws IOException {
		write(this.folder, "1.png", "2.png");
		assertThatExceptionOfType(DataException.class)
			.isThrownBy(() -> PictureSet.open(settings(this.folder, LABELLED), () -> {
				throw new CancellationException("a picture is looked at");
			}))
			.withMessageContaining("has no labels that differ, and they are needed: put the pictures into a folder");
	}

	@Test
	void decodingEndsWhereItIsAskedTo() throws IOException {
		write(this.folder, "1.png", "2.png");
		assertThatExceptionOfType(CancellationException.class)
			.isThrownBy(() -> PictureSet.open(settings(this.folder, LabelSettings.FOLDERS), () -> {
				throw new CancellationException("stop");
			}));
	}

}
