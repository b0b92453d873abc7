package io.eidolon.training.loop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.ArchiveWriter;
import org.bytedeco.pytorch.OutputArchive;
import org.jspecify.annotations.Nullable;

/**
 * Writes archives of libtorch beside their place, and renames them when they are whole.
 * The bytes pass through Java, since libtorch aborts the process when a disk is full.
 */
final class ArchiveFile {

	private ArchiveFile() {
	}

	/**
	 * Writes an archive.
	 * @throws TrainingException when the disk does not take it; what was there before is
	 * kept
	 */
	static void write(OutputArchive archive, Path file) {
		Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
		try {
			try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
					StandardOpenOption.TRUNCATE_EXISTING); Bytes bytes = new Bytes(channel)) {
				archive.save_to(bytes);
				bytes.check();
				// The rename must not reach the disk before the bytes do.
				channel.force(true);
			}
			Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			discard(temporary, ex);
			throw new TrainingException("%s cannot be written: %s".formatted(file.toAbsolutePath(), ex.getMessage()),
					ex);
		}
	}

	private static void discard(Path temporary, IOException failure) {
		try {
			Files.deleteIfExists(temporary);
		}
		catch (IOException ex) {
			failure.addSuppressed(ex);
		}
	}

	/** Takes bytes from libtorch. An exception must not pass through it. */
	private static final class Bytes extends ArchiveWriter {

		private final FileChannel channel;

		private @Nullable IOException failure;

		Bytes(FileChannel channel) {
			this.channel = channel;
		}

		@Override
		public long call(Pointer data, long length) {
			try {
				ByteBuffer bytes = new BytePointer(data).capacity(length).asBuffer();
				while (this.failure == null && bytes.hasRemaining()) {
					this.channel.write(bytes);
				}
			}
			catch (IOException ex) {
				this.failure = ex;
			}
			return length;
		}

		void check() throws IOException {
			if (this.failure != null) {
				throw this.failure;
			}
		}

	}

}
