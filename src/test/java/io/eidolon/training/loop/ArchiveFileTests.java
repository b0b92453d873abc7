package io.eidolon.training.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("libtorch")
class ArchiveFileTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	@EnabledOnOs(OS.LINUX)
	void aFullDiskEndsInAnErrorAndLeavesTheFileBefore() throws IOException {
		Path file = Files.writeString(this.folder.resolve("checkpoint.pt"), "the one before");
		Path temporary = this.folder.resolve("checkpoint.pt.tmp");
		Files.createSymbolicLink(temporary, Path.of("/dev/full"));
		try (PointerScope _ = new PointerScope()) {
			OutputArchive archive = new OutputArchive();
			archive.write("numbers", Tensor.create(new float[10_000]));
			assertThatExceptionOfType(TrainingException.class).isThrownBy(() -> ArchiveFile.write(archive, file))
				.withMessage(file + " cannot be written: No space left on device");
		}
		assertThat(file).hasContent("the one before");
		assertThat(temporary).doesNotExist();
	}

}
