package io.eidolon.training.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import io.eidolon.training.data.files.DataException;
import io.eidolon.training.data.labels.LabelSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PictureSetTests {

	private static final Path FIXTURES = Path.of("src/test/resources/fixtures");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void anIdxFolderComesWithItsLabels() {
		try (PictureSet set = open(FIXTURES.resolve("fashion"), null)) {
			assertThat(set.size()).isEqualTo(64);
			assertThat(set.channels()).isEqualTo(1);
			assertThat(set.classes()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
			// The first pictures of Fashion-MNIST's test set: boot, pullover, trouser,
			// trouser
			assertThat(List.of(label(set, 0), label(set, 1), label(set, 2), label(set, 3))).containsExactly(9, 2, 1, 1);
		}
	}

	@Test
	void idxClassesTakeTheNamesThatAreGiven() {
		List<String> names = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
		try (PictureSet set = PictureSet.open(settings(FIXTURES.resolve("fashion")).named(names))) {
			assertThat(set.classes()).isEqualTo(names);
		}
	}

	@Test
	void tooFewClassNamesAreRefused() {
		assertThatExceptionOfType(DataException.class)
			.isThrownBy(() -> PictureSet.open(settings(FIXTURES.resolve("fashion")).named(List.of("a", "b"))))
			.withMessageContaining("has 10 classes, but class-names has 2");
	}

	@Test
	void aZipFileTakesItsLabelsFromAColumn() {
		try (PictureSet set = open(FIXTURES.resolve("peeps-64.zip"), "clothing")) {
			assertThat(set.size()).isEqualTo(40);
			assertThat(set.channels()).isEqualTo(3);
			assertThat(set.classes()).containsExactly("blue", "coral", "green", "orange", "pink", "teal", "yellow");
			assertThat(set.classes().get(label(set, 0))).isEqualTo("teal");
		}
	}

	@Test
	void anUnknownColumnIsNamedWithThoseThatThereAre() {
		assertThatExceptionOfType(DataException.class).isThrownBy(() -> open(FIXTURES.resolve("peeps-64.zip"), "mood"))
			.withMessageContaining("has no column mood; it has [file, clothing]");
	}

	@Test
	void aSubfolderIsAClass() throws IOException {
		picture("dogs/1.png", 0x111111);
		picture("dogs/2.jpg", 0x222222);
		picture("cats/1.PNG", 0x333333);
		try (PictureSet set = open(this.folder, null)) {
			assertThat(set.classes()).containsExactly("cats", "dogs");
			assertThat(List.of(label(set, 0), label(set, 1), label(set, 2))).containsExactly(0, 1, 1);
		}
	}

	@Test
	void aFolderWithoutSubfoldersHasNoClasses() throws IOException {
		picture("1.png", 0x111111);
		try (PictureSet set = open(this.folder, null)) {
			assertThat(set.classes()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1_000_000, 0 })
	void aBrokenPictureIsSkippedWhetherTheSetIsHeldInMemoryOrNot(int memory) throws IOException {
		picture("1.png", 0x101010);
		Files.writeString(this.folder.resolve("2.png"), "no picture at all");
		byte[] whole = Files.readAllBytes(picture("3.png", 0x303030));
		Files.write(this.folder.resolve("3.png"), Arrays.copyOf(whole, whole.length / 2));
		picture("4.png", 0x404040);
		Files.writeString(this.folder.resolve("._4.png"), "what macOS leaves in archives");
		try (PictureSet set = PictureSet
			.open(PictureSettings.squares(this.folder, 28, null, DataSize.ofBytes(memory)))) {
			for (int i = 0; i < set.positions(); i++) {
				assertThat(set.example(i).picture().samples()[0]).isIn((byte) 0x10, (byte) 0x40);
			}
			assertThat(set.broken()).isEqualTo(2);
			assertThat(set.size()).isEqualTo(2);
		}
	}

	@Test
	void anEmptyFolderIsRefusedByItsPath() {
		assertRefused(this.folder, "holds no readable picture");
	}

	@Test
	void aFolderOfBrokenPicturesIsRefusedByItsPath() throws IOException {
		Files.writeString(this.folder.resolve("1.png"), "broken");
		assertRefused(this.folder, "holds no readable picture");
	}

	@Test
	void aMissingPathIsRefusedByName() {
		assertRefused(this.folder.resolve("missing"), "does not exist");
	}

	@Test
	void aFileOfNoKnownKindIsAnsweredWithThoseThatThereAre() throws IOException {
		Path file = Files.writeString(this.folder.resolve("pictures.rar"), "no pictures");
		assertRefused(file, "is of no kind that is understood: a folder, a ZIP or a tar file");
		assertRefused(file, "LMDB environments, such as LSUN's");
	}

	@Test
	void aFileThatIsNoZipIsRefusedByItsPath() throws IOException {
		assertRefused(Files.writeString(this.folder.resolve("a.zip"), "no archive"), "cannot be read");
	}

	@Test
	void anIdxFileThatEndsEarlyIsRefusedByItsPath() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeInt(0x0803);
			out.writeInt(1000);
			out.writeInt(28);
			out.writeInt(28);
			out.write(new byte[28 * 28 * 3]);
		}
		assertRefused(Files.write(this.folder.resolve("images-idx3-ubyte"), bytes.toByteArray()),
				"ends after 3 of 1000 pictures");
	}

	private void assertRefused(Path path, String reason) {
		assertThatExceptionOfType(DataException.class).isThrownBy(() -> open(path, null))
			.withMessageContaining(path.toAbsolutePath().toString())
			.withMessageContaining(reason);
	}

	private static PictureSet open(Path path, @Nullable String labelColumn) {
		return PictureSet.open(settings(path)
			.with((labelColumn != null) ? LabelSettings.ofColumn(labelColumn) : LabelSettings.FOLDERS));
	}

	private static PictureSettings settings(Path path) {
		return PictureSettings.squares(path, 28, null, DataSize.ofMegabytes(10));
	}

	private static int label(PictureSet set, int position) {
		return set.example(position).label();
	}

	private Path picture(String name, int rgb) throws IOException {
		BufferedImage image = new BufferedImage(30, 30, BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < 900; i++) {
			image.setRGB(i % 30, i / 30, rgb);
		}
		Path file = this.folder.resolve(name);
		Files.createDirectories(file.getParent());
		ImageIO.write(image, name.endsWith("jpg") ? "jpg" : "png", file.toFile());
		return file;
	}

}
