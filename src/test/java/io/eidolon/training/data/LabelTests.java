package io.eidolon.training.data;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;

import io.eidolon.training.data.files.DataException;
import io.eidolon.training.data.labels.LabelSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.eidolon.training.data.TestPictures.found;
import static io.eidolon.training.data.TestPictures.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Labels from tables and from file names. */
class LabelTests {

	private static final LabelSettings KIND = LabelSettings.ofColumn("kind");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path parent;

	/**
	 * Tables are looked for in the folder above as well, which must be the test's own.
	 */
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@BeforeEach
	void pictures() throws IOException {
		this.folder = Files.createDirectory(this.parent.resolve("set"));
		write(this.folder, "images/a.png", "images/b.png", "images/c.png");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '!', value = {
			// A mark in front, semicolons, tabs, bars, spaces, an index of pandas
			"\uFEFFkind,file\\ncat,a.png\\ndog,b.png", "file;kind\\na.png;cat\\nb.png;dog",
			"file\tkind\\na.png\tcat\\nb.png\tdog", "file|kind\\na.png|cat\\nb.png|dog",
			"file kind\\na.png   cat\\nb.png dog", ",file,kind\\n0,a.png,cat\\n1,b.png,dog",
			// Paths, stems, other cases, other systems, spaces
			"id,kind\\na,cat\\nb,dog", "file,kind\\nimages/a.png,cat\\n./images/b.png,dog",
			"file,kind\\nA.PNG,cat\\nB.png,dog", "file,kind\\nimages\\\\a.png,cat\\nimages\\\\b.png,dog",
			"File,Kind\\n a.png , cat \\nb.png,dog", "file,kind\\r\\na.png,cat\\r\\nb.png,dog\\r\\n",
			"kind,n,file\\n\"cat\",1,\"a.png\"\\ndog,2,b.png" })
	void aColumnIsReadWhateverTheTableLooksLike(String table) throws IOException {
		Files.writeString(this.folder.resolve("labels.csv"), unescaped(table));
		assertThat(found(this.folder, KIND)).containsEntry("images/a.png", "cat")
			.containsEntry("images/b.png", "dog")
			.hasSize(2);
	}

	private static String unescaped(String text) {
		return text.replace("\\\\", "\u0000").replace("\\r", "\r").replace("\\n", "\n").replace("\u0000", "\\");
	}

	@Test
	void encodingsOfWindowsAreRead() throws IOException {
		for (Charset charset : new Charset[] { Charset.forName("windows-1252"), StandardCharsets.UTF_8,
				StandardCharsets.UTF_16 }) {
			Files.writeString(this.folder.resolve("labels.csv"), "file,kind\na.png,cat\nb.png,köter\n", charset);
			assertThat(found(this.folder, KIND)).containsEntry("images/b.png", "köter");
		}
	}

	@Test
	void tablesOfAnyExtensionAndCaseAreFoundAndThoseOfMacOsAreNot() throws IOException {
		Files.writeString(this.folder.resolve("LABELS.TSV"), "file\tkind\na.png\tcat\nb.png\tdog\n");
		Files.write(this.folder.resolve("._LABELS.TSV"), new byte[] { 0, 5, 16, 7 });
		assertThat(found(this.folder, KIND)).containsEntry("images/a.png", "cat");
	}

	@Test
	void ofSeveralTablesThoseWithTheColumnAreTaken() throws IOException {
		Files.writeString(this.folder.resolve("boxes.csv"), "file,x\na.png,1\n");
		Files.writeString(this.folder.resolve("attributes.csv"), "image_id,kind,young\na.png,-1,1\nb.png,1,1\n");
		assertThat(found(this.folder, KIND)).containsEntry("images/a.png", "not kind")
			.containsEntry("images/b.png", "kind");
	}

	@Test
	void aTableAboveThePicturesIsFound() throws IOException {
		Files.writeString(this.folder.resolve("labels.csv"), "file,kind\na.png,cat\nb.png,dog\n");
		assertThat(found(this.folder.resolve("images"), KIND)).containsEntry("a.png", "cat");
	}

	@Test
	void composedNamesMeanDecomposedFiles() throws IOException {
		write(this.folder, Normalizer.normalize("é.png", Normalizer.Form.NFD));
		Files.writeString(this.folder.resolve("labels.csv"), "file,kind\né.png,cat\nb.png,dog\n");
		assertThat(found(this.folder, KIND)).containsEntry("é.png", "cat");
	}

	@Test
	void aNameThatSeveralPicturesHaveMeansNone() throws IOException {
		write(this.folder, "others/a.png");
		Files.writeString(this.folder.resolve("labels.csv"), "file,kind\na.png,cat\nb.png,dog\nothers/a.png,cow\n");
		assertThat(found(this.folder, KIND)).containsOnlyKeys("images/b.png", "others/a.png");
	}

	@Test
	void aColumnThatFitsNoPictureIsRefusedWithARowAndAPicture() throws IOException {
		Files.writeString(this.folder.resolve("labels.csv"), "file,kind\n/home/me/a.png,cat\n/home/me/b.png,dog\n");
		assertRefused(KIND, "0 of 2 rows of labels.csv name a picture: the first says /home/me/a.png, and a picture is "
				+ "images/a.png");
	}

	@Test
	void aMissingTableIsSaid() {
		assertRefused(KIND, "holds no CSV, TSV or TXT file with a column kind");
	}

	@Test
	void partsOfFileNamesAreLabels() throws IOException {
		write(this.folder.resolve("faces"), "1_0_2_20161219.jpg.chip.png", "61_1_20170109.jpg.chip.png", "odd.png");
		Path faces = this.folder.resolve("faces");
		assertThat(found(faces, new LabelSettings("gender", "[age]_[gender]_...", true)))
			.containsEntry("1_0_2_20161219.jpg.chip.png", "0")
			.containsEntry("61_1_20170109.jpg.chip.png", "1")
			.hasSize(2);
		assertThat(found(faces, new LabelSettings(null, "[age]_*", true)).values()).containsExactly("1", "61");
	}

	@Test
	void aPatternThatFitsNothingOrHasNoSuchPartIsRefused() {
		assertRefused(new LabelSettings(null, "[age]_[gender]_...", true), "label-column must be one of [age, gender]");
		assertRefused(new LabelSettings("race", "[age]_[gender]_...", true),
				"label-column (race) must be one of [age, gender]");
		assertRefused(new LabelSettings("age", "[age]_[gender]_...", true), "fits no file name, such as a.png");
		assertRefused(new LabelSettings(null, "age_...", true), "has no part in brackets");
	}

	private void assertRefused(LabelSettings labels, String reason) {
		assertThatExceptionOfType(DataException.class).isThrownBy(() -> found(this.folder, labels))
			.withMessageContaining(reason);
	}

}
