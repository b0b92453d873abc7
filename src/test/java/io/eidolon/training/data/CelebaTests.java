package io.eidolon.training.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

import io.eidolon.training.data.files.DataException;
import io.eidolon.training.data.labels.LabelSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/** The aligned pictures in their ZIP file, the attributes in a file beside it. */
class CelebaTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	private Path archive = Path.of("");

	@BeforeEach
	void archive() throws IOException {
		this.archive = this.folder.resolve("img_align_celeba.zip");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(this.archive))) {
			zip.putNextEntry(new ZipEntry("img_align_celeba/"));
			for (int i = 1; i <= 4; i++) {
				zip.putNextEntry(new ZipEntry("img_align_celeba/00000%d.jpg".formatted(i)));
				picture(40 * i, zip);
			}
		}
		Files.writeString(this.folder.resolve("list_attr_celeba.txt"), """
				4
				5_o_Clock_Shadow Male Smiling\s
				000001.jpg -1  1 -1
				000002.jpg -1 -1  1
				000003.jpg -1 -1 -1
				000004.jpg  1  1  1
				""");
	}

	@Test
	void anAttributeIsALabel() {
		try (PictureSet set = open("Smiling")) {
			assertThat(set.classes()).containsExactly("Smiling", "not Smiling");
			assertThat(List.of(label(set, 0), label(set, 1), label(set, 2), label(set, 3))).containsExactly(1, 0, 1, 0);
		}
	}

	@Test
	void withoutOneTheFolderInTheArchiveIsNoClass() {
		try (PictureSet set = open(null)) {
			assertThat(set.size()).isEqualTo(4);
			assertThat(set.classes()).isEmpty();
		}
	}

	@Test
	void theCentreIsCropped() {
		try (PictureSet set = open(null)) {
			// Rows above and below the square of 178 are black
			for (byte sample : set.example(3).picture().samples()) {
				assertThat(sample & 0xFF).isCloseTo(160, within(8));
			}
		}
	}

	@Test
	void anUnknownAttributeIsNamedWithThoseThatThereAre() {
		assertThatExceptionOfType(DataException.class).isThrownBy(() -> open("Happy"))
			.withMessageContaining("has no column Happy; it has [, 5_o_Clock_Shadow, Male, Smiling]");
	}

	private PictureSet open(@Nullable String attribute) {
		return PictureSet.open(PictureSettings.squares(this.archive, 32, null, DataSize.ofMegabytes(10))
			.with((attribute != null) ? LabelSettings.ofColumn(attribute) : LabelSettings.FOLDERS));
	}

	private static int label(PictureSet set, int position) {
		return set.example(position).label();
	}

	private static void picture(int level, OutputStream out) throws IOException {
		BufferedImage image = new BufferedImage(178, 218, BufferedImage.TYPE_INT_RGB);
		for (int y = 16; y < 202; y++) {
			for (int x = 0; x < 178; x++) {
				image.setRGB(x, y, level * 0x01_01_01);
			}
		}
		ImageIO.write(image, "jpg", out);
	}

}
