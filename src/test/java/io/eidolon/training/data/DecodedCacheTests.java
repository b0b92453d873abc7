package io.eidolon.training.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class DecodedCacheTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path data;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path cache;

	@BeforeEach
	void pictures() throws IOException {
		picture("1.png", 0x101010);
		Files.writeString(this.data.resolve("2.png"), "no picture at all");
		picture("3.png", 0x303030);
	}

	@Test
	void theSecondStartFindsWhatTheFirstDecoded() throws IOException {
		assertSamples(0x10, 0x30);
		// Marks the pictures that are kept, so that it shows where they come from
		Path file = kept();
		byte[] bytes = Files.readAllBytes(file);
		bytes[bytes.length - 1] = 0x77;
		Files.write(file, bytes);
		try (PictureSet set = open(28)) {
			byte[] last = set.example(1).picture().samples();
			assertThat(last[last.length - 1]).isEqualTo((byte) 0x77);
			assertThat(set.broken()).isOne();
			assertThat(set.size()).isEqualTo(2);
		}
	}

	@Test
	void aChangedSetIsDecodedAnew() throws IOException {
		assertSamples(0x10, 0x30);
		picture("2.png", 0x202020);
		assertSamples(0x10, 0x20, 0x30);
	}

	@Test
	void anotherSizeIsDecodedAnew() throws IOException {
		assertSamples(0x10, 0x30);
		try (PictureSet set = open(32)) {
			assertThat(set.example(0).picture().width()).isEqualTo(32);
		}
		assertThat(files()).hasSize(2);
	}

	@Test
	void whatIsCutShortOrForeignIsMadeAnew() throws IOException {
		assertSamples(0x10, 0x30);
		Path file = kept();
		byte[] whole = Files.readAllBytes(file);
		for (byte[] broken : List.of(Arrays.copyOf(whole, whole.length - 1), new byte[0], new byte[whole.length])) {
			Files.write(file, broken);
			assertSamples(0x10, 0x30);
			assertThat(file).hasBinaryContent(whole);
		}
	}

	@Test
	void aFolderThatCannotBeWrittenDoesNotStopTheStart() throws IOException {
		Path file = Files.writeString(this.cache.resolve("file"), "no folder");
		try (PictureSet set = PictureSet.open(
				PictureSettings.squares(this.data, 28, null, DataSize.ofMegabytes(1)).keptIn(file.resolve("cache")))) {
			assertThat(set.size()).isEqualTo(2);
		}
	}

	private void assertSamples(int... levels) {
		try (PictureSet set = open(28)) {
			assertThat(set.size()).isEqualTo(levels.length);
			for (int i = 0; i < levels.length; i++) {
				assertThat(set.example(i).picture().samples()[0]).isEqualTo((byte) levels[i]);
			}
		}
	}

	private PictureSet open(int size) {
		return PictureSet
			.open(PictureSettings.squares(this.data, size, null, DataSize.ofMegabytes(1)).keptIn(this.cache));
	}

	private Path kept() throws IOException {
		List<Path> files = files();
		assertThat(files).hasSize(1);
		return files.getFirst();
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(this.cache)) {
			return files.toList();
		}
	}

	private void picture(String name, int rgb) throws IOException {
		BufferedImage image = new BufferedImage(30, 30, BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < 900; i++) {
			image.setRGB(i % 30, i / 30, rgb);
		}
		ImageIO.write(image, "png", this.data.resolve(name).toFile());
	}

}
