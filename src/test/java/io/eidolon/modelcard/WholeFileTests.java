package io.eidolon.modelcard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
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
		Path taken = Files.createDirectories(this.folder.resolve("page.html/inner")).getParent();
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

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
