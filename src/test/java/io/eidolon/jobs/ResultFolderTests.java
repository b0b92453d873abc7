package io.eidolon.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
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

	@Test
	void twoMayRemoveAJobAtTheSameTime() throws Exception {
		ResultFolder results = new ResultFolder(this.folder);
		try (ExecutorService other = Executors.newSingleThreadExecutor()) {
			for (int round = 0; round < 50; round++) {
				Path job = Files.createDirectories(this.folder.resolve("job"));
				for (int i = 0; i < 50; i++) {
					Files.writeString(job.resolve(i + ".tar"), "");
				}
				CountDownLatch both = new CountDownLatch(2);
				Future<@Nullable Void> removed = other.submit(() -> remove(results, both));
				remove(results, both);
				removed.get();
				assertThat(job).doesNotExist();
			}
		}
	}

	private static @Nullable Void remove(ResultFolder results, CountDownLatch both) throws Exception {
		both.countDown();
		both.await();
		results.remove("job");
		return null;
	}

}
