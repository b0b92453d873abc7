package io.eidolon.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.eidolon.training.loop.TrainingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RunFolderTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void aSecondRunOfTheSameNameIsRefusedUntilTheFirstEnds() {
		Path run = this.folder.resolve("runs/mine");
		try (RunFolder _ = RunFolder.open(run)) {
			assertThatExceptionOfType(TrainingException.class).isThrownBy(() -> RunFolder.open(run))
				.withMessage("Another run is going on in %s; wait for its end, or choose another name".formatted(run));
		}
		RunFolder.open(run).close();
	}

	@Test
	void aFolderThatCannotBeMadeIsNamedWithTheReason() throws IOException {
		Path file = Files.writeString(this.folder.resolve("file"), "of somebody");
		assertThatExceptionOfType(TrainingException.class).isThrownBy(() -> RunFolder.requireWritable(file))
			.withMessage("%s cannot be written: %s is no folder".formatted(file, file));
		assertThat(file).hasContent("of somebody");
	}

	@Test
	void nothingIsLeftInAFolderThatWasTried() {
		RunFolder.requireWritable(this.folder.resolve("models"));
		assertThat(this.folder.resolve("models")).isEmptyDirectory();
	}

	@Test
	void aDiskWithoutRoomForTheCheckpointsIsRefused() {
		try (RunFolder run = RunFolder.open(this.folder)) {
			run.requireSpace(1);
			assertThatExceptionOfType(TrainingException.class).isThrownBy(() -> run.requireSpace(Long.MAX_VALUE))
				.withMessageMatching(".* has room for [\\d,]+ kB, and the checkpoints of this run need [\\d,]+ kB");
		}
	}

}
