package io.eidolon.training.data.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * Takes the copy of what can only be read from its beginning. The file is deleted when it
 * is closed, and where the system permits, it has no name even before that, so that
 * nothing stays when the process is killed.
 */
final class TemporaryFile implements Closeable {

	/** So much of the disk stays free. */
	private static final long FREE = 256L << 20;

	/** Free space is asked for once in so many bytes. */
	private static final long ASKED_EVERY = 16L << 20;

	private final Path folder;

	private final FreeSpace free;

	private final FileChannel channel;

	private long end;

	private long nextQuestion;

	TemporaryFile(Path folder, FreeSpace free) throws IOException {
		this.folder = folder;
		this.free = free;
		try {
			this.channel = FileChannel.open(Files.createTempFile(folder, "eidolon-", ".copy"), StandardOpenOption.READ,
					StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
		}
		catch (IOException ex) {
			throw new IOException("its copy cannot be written to %s; name another folder with -Djava.io.tmpdir"
				.formatted(folder.toAbsolutePath()), ex);
		}
	}

	/** Opens a file in the folder for temporary ones. */
	static TemporaryFile create() throws IOException {
		Path folder = Path.of(System.getProperty("java.io.tmpdir"));
		return new TemporaryFile(folder, () -> Files.getFileStore(folder).getUsableSpace());
	}

	/**
	 * Writes to the end.
	 * @return where it begins
	 * @throws IOException when the disk is full, or all but
	 */
	long append(byte[] bytes, int length) throws IOException {
		long start = this.end;
		if (start >= this.nextQuestion) {
			this.nextQuestion = start + ASKED_EVERY;
			if (this.free.bytes() < FREE + ASKED_EVERY) {
				throw new IOException(String
					.format(Locale.ROOT,
							"the disk of %s is full after %,d MB of its copy; unpack it, and give the folder, or name "
									+ "another folder with -Djava.io.tmpdir",
							this.folder.toAbsolutePath(), start >> 20));
			}
		}
		ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
		while (buffer.hasRemaining()) {
			this.channel.write(buffer, start + buffer.position());
		}
		this.end = start + length;
		return start;
	}

	/** All that was written, to be read. It is this file's to close. */
	FileChannel channel() {
		return this.channel;
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

	/** How many bytes a disk can take. */
	@FunctionalInterface
	interface FreeSpace {

		long bytes() throws IOException;

	}

}
