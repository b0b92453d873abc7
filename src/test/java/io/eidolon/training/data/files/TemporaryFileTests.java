package io.eidolon.training.data.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class TemporaryFileTests {

	private static final long PLENTY = 1L << 40;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void whatIsAppendedIsReadWhereItBegins() throws IOException {
		try (TemporaryFile file = new TemporaryFile(this.folder, () -> PLENTY)) {
			file.append(new byte[] { 1, 2, 3 }, 2);
			long start = file.append(new byte[] { 4, 5, 6 }, 3);
			assertThat(start).isEqualTo(2);
			assertThat(ChannelBytes.read(file.channel(), start, 3)).containsExactly(4, 5, 6);
			assertThatIOException().isThrownBy(() -> ChannelBytes.read(file.channel(), start, 4))
				.withMessage("lies beyond the end of its archive");
		}
	}

	@Test
	void nothingStaysWhenItIsClosed() throws IOException {
		try (TemporaryFile file = new TemporaryFile(this.folder, () -> PLENTY)) {
			file.append(new byte[8], 8);
		}
		try (Stream<Path> files = Files.list(this.folder)) {
			assertThat(files).isEmpty();
		}
	}

	@Test
	void itEndsBeforeTheDiskIsFull() throws IOException {
		byte[] megabyte = new byte[1 << 20];
		Arrays.fill(megabyte, (byte) 1);
		long[] free = { 300L << 20 };
		try (TemporaryFile file = new TemporaryFile(this.folder, () -> free[0])) {
			for (int i = 0; i < 16; i++) {
				file.append(megabyte, megabyte.length);
			}
			free[0] = 260L << 20;
			assertThatIOException().isThrownBy(() -> file.append(megabyte, megabyte.length))
				.withMessage("the disk of %s is full after 16 MB of its copy; unpack it, and give the folder, or name "
						+ "another folder with -Djava.io.tmpdir", this.folder);
		}
	}

	@Test
	void aFolderThatIsNotThereIsNamed() {
		Path missing = this.folder.resolve("missing");
		assertThatIOException().isThrownBy(() -> new TemporaryFile(missing, () -> PLENTY).close())
			.withMessage("its copy cannot be written to %s; name another folder with -Djava.io.tmpdir", missing);
	}

}
