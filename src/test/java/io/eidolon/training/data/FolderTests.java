package io.eidolon.training.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;

import io.eidolon.training.data.labels.LabelSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.eidolon.training.data.TestPictures.LABELLED;
import static io.eidolon.training.data.TestPictures.classes;
import static io.eidolon.training.data.TestPictures.found;
import static io.eidolon.training.data.TestPictures.report;
import static io.eidolon.training.data.TestPictures.settings;
import static io.eidolon.training.data.TestPictures.write;
import static org.assertj.core.api.Assertions.assertThat;

/** Folders of pictures as people have them. */
class FolderTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void foldersOfToolsAreNoClassesAndAreCounted() throws IOException {
		write(this.folder, "cats/1.png", "dogs/1.png", ".ipynb_checkpoints/1.png", "@eaDir/1.png", "__pycache__/1.png",
				"lost+found/1.png", "cats/.thumbnails/1.png", "cats/._1.png");
		assertThat(found(this.folder, LABELLED)).containsOnlyKeys("cats/1.png", "dogs/1.png");
		assertThat(facts()).anyMatch((fact) -> fact.contains("1 in .ipynb_checkpoints") && fact.contains("1 in @eaDir")
				&& fact.contains("1 in __pycache__") && fact.contains("1 in lost+found")
				&& fact.contains("1 in .thumbnails") && fact.contains("1 hidden"));
	}

	@Test
	void linksAreFollowedAndThoseInACircleAreNamed() throws IOException {
		write(this.folder, "data/cats/1.png", "store/dogs/1.png");
		Path data = this.folder.resolve("data");
		Files.createSymbolicLink(data.resolve("dogs"), this.folder.resolve("store/dogs"));
		Files.createSymbolicLink(data.resolve("cats/again"), data);
		Files.createSymbolicLink(data.resolve("cats/gone.png"), data.resolve("nowhere"));
		Path link = Files.createSymbolicLink(this.folder.resolve("link"), data);
		assertThat(found(link, LABELLED)).containsOnlyKeys("cats/1.png", "dogs/1.png").containsValues("cats", "dogs");
		assertThat(report(settings(data, LABELLED)).facts())
			.anyMatch((fact) -> fact.contains("cats/again: a link back to a folder above it")
					&& fact.contains("cats/gone.png: a broken link"));
	}

	@Test
	void aTestSetBesideATrainingSetIsLeftOutAndCounted() throws IOException {
		write(this.folder, "train/cats/1.png", "train/dogs/1.png", "test/cats/1.png", "Val/dogs/1.png");
		assertThat(found(this.folder, LABELLED)).containsOnlyKeys("train/cats/1.png", "train/dogs/1.png")
			.containsValues("cats", "dogs");
		assertThat(facts()).anyMatch((fact) -> fact.contains("1 in test, beside a training set")
				&& fact.contains("1 in Val, beside a training set"));
	}

	@Test
	void aTestSetWithinEachClassIsLeftOutAsWell() throws IOException {
		write(this.folder, "cats/train/1.png", "cats/test/1.png", "dogs/train/1.png", "dogs/test/1.png");
		assertThat(found(this.folder, LABELLED)).containsOnlyKeys("cats/train/1.png", "dogs/train/1.png")
			.containsValues("cats", "dogs");
	}

	@Test
	void aFolderThatIsNamedTestIsAClassWhereNothingIsNamedTrain() throws IOException {
		write(this.folder, "test/1.png", "real/1.png");
		assertThat(classes(this.folder, LABELLED)).containsExactly("real", "test");
	}

	@Test
	void theFirstFolderBelowTheRootIsTheClass() throws IOException {
		write(this.folder, "mine/cats/2020/1.png", "mine/cats/2021/1.png", "mine/dogs/2020/1.png");
		assertThat(found(this.folder, LABELLED)).containsEntry("mine/cats/2021/1.png", "cats")
			.containsEntry("mine/dogs/2020/1.png", "dogs");
	}

	@Test
	void numbersAreInTheOrderOfNumbers() throws IOException {
		write(this.folder, "10/1.png", "2/1.png", "100/1.png", "1/1.png");
		assertThat(classes(this.folder, LABELLED)).containsExactly("1", "2", "10", "100");
	}

	@Test
	void namesInComposedAndDecomposedCharactersAreTheSameClass() throws IOException {
		write(this.folder, Normalizer.normalize("café", Normalizer.Form.NFD) + "/1.png", "café/2.png", "thé/1.png");
		assertThat(classes(this.folder, LABELLED)).containsExactly("café", "thé");
	}

	@Test
	void picturesWithoutALabelAreUsedUnlessLabelsAreNeeded() throws IOException {
		write(this.folder, "1.png", "2.png", "3.png", "more/1.png", "extra/1.png");
		assertThat(found(this.folder, LabelSettings.FOLDERS)).hasSize(5);
		assertThat(classes(this.folder, LabelSettings.FOLDERS)).isEmpty();
		assertThat(found(this.folder, LABELLED)).containsOnlyKeys("more/1.png", "extra/1.png");
		assertThat(facts()).anyMatch((fact) -> fact.contains("3 without a label"));
	}

	@Test
	void allFormatsThatAreReadAreFoundAndTheOthersCounted() throws IOException {
		write(this.folder, "1.PNG", "2.jpg", "3.jpeg", "4.jfif", "5.jpe", "6.webp", "7.gif", "8.bmp", "9.heic",
				"0.heic", "notes.pdf");
		Files.writeString(this.folder.resolve("readme"), "text");
		Files.writeString(this.folder.resolve("labels.csv"), "a,b");
		assertThat(found(this.folder, LABELLED)).hasSize(8);
		assertThat(facts()).anyMatch((fact) -> fact.equals("Passed over: 2 .heic, 1 .pdf, 1 without an extension"));
	}

	@Test
	void aClassWithoutPicturesIsNamed() throws IOException {
		write(this.folder, "cats/1.png", "dogs/1.png");
		Files.createDirectories(this.folder.resolve("birds"));
		assertThat(facts()).anyMatch((fact) -> fact.contains("birds: no pictures"))
			.anyMatch((fact) -> fact.equals("Classes (2): cats 1, dogs 1"));
	}

	private List<String> facts() {
		return report(settings(this.folder, LABELLED)).facts();
	}

}
