package io.eidolon.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

class ResultFolderTests {

	@TempDir
	private Path folder;

	@Test
	void aFileIsThereOnceItHasItsNameAndNotBefore() throws IOException {
		ResultFolder results = new ResultFolder(this.folder);
		Path written = Files.writeString(results.newFile(), "all of it");
		try (Results.Unnamed file = results.bring(written, "job", "shard-000000.tar", "")) {
			assertThat(results.names("job")).isEmpty();
			file.name();
		}
		assertThat(results.names("job")).containsExactly("shard-000000.tar");
		assertThat(written).doesNotExist();
	}

	@Test
	void whatGetsNoNameIsRemoved() throws IOException {
		ResultFolder results = new ResultFolder(this.folder);
		Path written = Files.writeString(results.newFile(), "all of it");
		results.bring(written, "job", "shard-000000.tar", "").close();
		assertThat(written).doesNotExist();
		assertThat(results.names("job")).isEmpty();
	}

	@Test
	void aFolderThatSomebodyRemovedIsMadeAnew() throws IOException {
		Path removed = this.folder.resolve("jobs");
		ResultFolder results = new ResultFolder(removed);
		FileSystemUtils.deleteRecursively(removed);
		results.removeAbandoned(Instant.now());
		try (Results.Unnamed file = results.bring(Files.writeString(results.newFile(), "a"), "job", "a.tar", "")) {
			file.name();
		}
		assertThat(removed.resolve("job/a.tar")).hasContent("a");
	}

}
