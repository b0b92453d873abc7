package io.eidolon.training.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.eidolon.training.data.files.DataException;
import io.eidolon.training.data.labels.LabelSettings;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.eidolon.training.data.TestPictures.LABELLED;
import static io.eidolon.training.data.TestPictures.found;
import static io.eidolon.training.data.TestPictures.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Archives of pictures, from any system. */
class ArchiveTests {

	private static final Path FIXTURES = Path.of("src/test/resources/fixtures/archives");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "IBM437", "UTF-8" })
	void namesOfAZipAreReadInWhatTheyAreWrittenIn(String charset) throws IOException {
		Path zip = zip(Charset.forName(charset), "café/1.png", "thé/1.png");
		assertThat(found(zip, LABELLED)).containsEntry("café/1.png", "café").containsEntry("thé/1.png", "thé");
	}

	@Test
	void pathsOfAZipAreThoseOfEverySystem() throws IOException {
		Path zip = zip(StandardCharsets.UTF_8, "./cats/1.png", "dogs\\1.png", "/dogs/2.png", "__MACOSX/cats/._1.png",
				"__MACOSX/cats/2.png");
		assertThat(found(zip, LABELLED)).containsEntry("cats/1.png", "cats")
			.containsEntry("dogs/1.png", "dogs")
			.containsEntry("dogs/2.png", "dogs")
			.hasSize(3);
	}

	@Test
	void deflate64OfWindowsIsRead() {
		try (PictureSet set = PictureSet
			.open(TestPictures.settings(FIXTURES.resolve("deflate64.zip"), LabelSettings.FOLDERS))) {
			assertThat(set.size()).isEqualTo(2);
			assertThat(set.example(1).picture().samples()[0]).isEqualTo((byte) 100);
		}
	}

	@Test
	void aPasswordIsSaidInWords() {
		assertRefused(FIXTURES.resolve("password.zip"), "it has a password; unpack it");
	}

	@Test
	void archivesInAnArchiveAreCounted() throws IOException {
		assertRefused(zip(StandardCharsets.UTF_8, "cats.zip", "dogs.zip"), "holds no readable picture, but 2 .zip");
	}

	@Test
	void tarsAreReadPlainAndCompressed() throws IOException {
		Map<String, byte[]> files = Map.of("mine/cats/1.png", png(8, 8, 1), "mine/dogs/1.png", png(8, 8, 2));
		Path plain = this.folder.resolve("plain.tar");
		try (OutputStream out = Files.newOutputStream(plain)) {
			tar(out, files);
		}
		Path packed = this.folder.resolve("packed.tar.gz");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
			tar(out, files);
		}
		assertThat(found(plain, LABELLED)).containsEntry("mine/dogs/1.png", "dogs").hasSize(2);
		assertThat(found(packed, LABELLED)).isEqualTo(found(plain, LABELLED));
		Path cut = this.folder.resolve("cut.tar.gz");
		byte[] whole = Files.readAllBytes(packed);
		Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
		assertRefused(cut, "it ends early, as a download that was cut off does");
	}

	@Test
	void shardsOfWebDatasetAreOneSetWithTheirClasses() throws IOException {
		for (int shard = 0; shard < 2; shard++) {
			Map<String, byte[]> files = new TreeMap<>();
			for (int i = 0; i < 2; i++) {
				files.put("%d.png".formatted(i), png(8, 8, i));
				files.put("%d.cls".formatted(i), "%d\n".formatted(5 * i + 5 * shard).getBytes(StandardCharsets.UTF_8));
			}
			try (OutputStream out = Files.newOutputStream(this.folder.resolve("shard-%03d.tar".formatted(shard)))) {
				tar(out, files);
			}
		}
		assertThat(found(this.folder, LABELLED).values()).containsExactly("0", "5", "5", "10");
		assertThat(found(this.folder.resolve("shard-000.tar"), LABELLED)).containsEntry("1.png", "5").hasSize(2);
	}

	@Test
	void shardsWithoutClassesAreNoClassesThemselves() throws IOException {
		for (String shard : new String[] { "a.tar", "b.tar" }) {
			try (OutputStream out = Files.newOutputStream(this.folder.resolve(shard))) {
				tar(out, Map.of("1.png", png(8, 8, 1)));
			}
		}
		assertThat(found(this.folder, LABELLED)).containsOnlyKeys("a.tar/1.png", "b.tar/1.png").containsValues("");
	}

	@Test
	void thePythonVersionOfCifarIsAnsweredWithTheBinaryOne() throws IOException {
		Path tar = this.folder.resolve("cifar-10-python.tar");
		try (OutputStream out = Files.newOutputStream(tar)) {
			tar(out, Map.of("cifar-10-batches-py/data_batch_1", new byte[9]));
		}
		assertRefused(tar, "get the binary version, cifar-10-binary.tar.gz");
	}

	@Test
	void unpackingEndsWhenItIsToldTo() throws IOException {
		Path packed = this.folder.resolve("packed.tar.gz");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
			tar(out, Map.of("1.png", png(8, 8, 1)));
		}
		assertThatIllegalStateException().isThrownBy(() -> PictureSources.open(packed, LabelSettings.FOLDERS, () -> {
			throw new IllegalStateException("told to");
		})).withMessage("told to");
	}

	private static void tar(OutputStream out, Map<String, byte[]> files) throws IOException {
		try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
			for (Map.Entry<String, byte[]> file : files.entrySet()) {
				TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
				entry.setSize(file.getValue().length);
				tar.putArchiveEntry(entry);
				tar.write(file.getValue());
				tar.closeArchiveEntry();
			}
		}
	}

	private Path zip(Charset charset, String... names) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes, charset)) {
			for (String name : names) {
				zip.putNextEntry(new ZipEntry(name));
				zip.write(png(8, 8, 1));
			}
		}
		return Files.write(this.folder.resolve("pictures.zip"), bytes.toByteArray());
	}

	private static void assertRefused(Path path, String reason) {
		assertThatExceptionOfType(DataException.class).isThrownBy(() -> found(path, LABELLED))
			.withMessageContaining(path.toAbsolutePath().toString())
			.withMessageContaining(reason);
	}

}
