package io.eidolon.modelcard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WholeFileTests {

	@TempDir
	Path folder;

	@Test
	void aFileTakesThePlaceOfTheOneBefore() throws IOException {
		Path file = this.folder.resolve("page.html");
		WholeFile.write(file, bytes("a long first page"));
		assertThat(WholeFile.write(file, bytes("second"))).isEqualTo(file).hasContent("second");
		assertThat(this.folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**/.page*");
	}

	@Test
	void whatCannotBePutInPlaceLeavesNothingBesideItAndIsNamed() throws IOException {
		Path taken = this.folder.resolve("page.html");
		Files.createDirectories(taken.resolve("inner"));
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> WholeFile.write(taken, bytes("page")))
			.withMessageStartingWith(taken.toAbsolutePath() + ": ");
		try (var files = Files.list(this.folder)) {
			assertThat(files).containsExactly(taken);
		}
	}

	@Test
	void aRowIsAddedToTheEnd() throws IOException {
		Path file = this.folder.resolve("rows.csv");
		WholeFile.append(file, bytes("1,2\n"));
		WholeFile.append(file, bytes("3,4\n"));
		assertThat(file).hasContent("1,2\n3,4\n");
	}

	@Test
	void whatCannotBeAddedToIsNamed() {
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> WholeFile.append(this.folder.resolve("none/rows.csv"), bytes("1,2\n")))
			.withMessageStartingWith(this.folder.resolve("none/rows.csv").toAbsolutePath() + ": ");
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void aFullDiskLeavesThePageBeforeAndNothingBesideIt() throws IOException {
		Path file = Files.writeString(this.folder.resolve("page.html"), "the one before");
		Path staging = Files.createSymbolicLink(this.folder.resolve(".page.html"), Path.of("/dev/full"));
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> WholeFile.write(file, bytes("page")))
			.withMessage(file + ": No space left on device");
		assertThat(file).hasContent("the one before");
		assertThat(staging).doesNotExist();
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void aFullDiskIsNamedByTheFileThatHasNoRoomForARow() throws IOException {
		Path file = Files.createSymbolicLink(this.folder.resolve("rows.csv"), Path.of("/dev/full"));
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> WholeFile.append(file, bytes("1,2\n")))
			.withMessage(file + ": No space left on device");
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
