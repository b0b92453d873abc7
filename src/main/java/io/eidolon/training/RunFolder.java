package io.eidolon.training;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.nio.file.StandardOpenOption;

import io.eidolon.training.loop.TrainingException;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a run, which one process has for itself. That it can be written, and has
 * room, is known before the first step.
 */
final class RunFolder implements AutoCloseable {

	private static final String LOCK = ".lock";

	private final Path folder;

	private final FileChannel channel;

	private RunFolder(Path folder, FileChannel channel) {
		this.folder = folder;
		this.channel = channel;
	}

	/**
	 * Makes the folder, and takes it.
	 * @throws TrainingException when it cannot be written, or when another process has it
	 */
	static RunFolder open(Path folder) {
		requireWritable(folder);
		try {
			FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (lock(channel) == null) {
				channel.close();
				throw new TrainingException(
						"Another run is going on in %s; wait for its end, or choose another name".formatted(folder));
			}
			return new RunFolder(folder, channel);
		}
		catch (IOException ex) {
			throw new TrainingException("%s cannot be locked: %s".formatted(folder, reason(ex)), ex);
		}
	}

	private static @Nullable FileLock lock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException _) {
			return null;
		}
	}

	/**
	 * Makes a folder, and tries whether a file can be written into it.
	 * @throws TrainingException when it cannot
	 */
	static void requireWritable(Path folder) {
		try {
			Files.createDirectories(folder);
			Path probe = Files.createTempFile(folder, ".try-", "");
			try {
				Files.write(probe, new byte[] { 1 });
			}
			finally {
				Files.delete(probe);
			}
		}
		catch (IOException ex) {
			throw new TrainingException("%s cannot be written: %s".formatted(folder.toAbsolutePath(), reason(ex)), ex);
		}
	}

	private static String reason(IOException failure) {
		return switch (failure) {
			case AccessDeniedException _ -> "no permission";
			case FileAlreadyExistsException existing -> existing.getFile() + " is no folder";
			case FileSystemException of when of.getReason() != null -> of.getReason();
			default -> String.valueOf(failure.getMessage());
		};
	}

	/**
	 * Looks for room on the disk.
	 * @param bytes what the run will write at least
	 * @throws TrainingException when there is less
	 */
	void requireSpace(long bytes) {
		try {
			long usable = Files.getFileStore(this.folder).getUsableSpace();
			if (usable < bytes) {
				throw new TrainingException(String.format(Locale.ROOT,
						"%s has room for %,d kB, and the checkpoints of this run need %,d kB",
						this.folder.toAbsolutePath(), usable / 1000, bytes / 1000));
			}
		}
		catch (IOException ex) {
			throw new TrainingException("%s cannot be looked at: %s".formatted(this.folder, reason(ex)), ex);
		}
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new TrainingException("%s cannot be unlocked: %s".formatted(this.folder, reason(ex)), ex);
		}
	}

}
