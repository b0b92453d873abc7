package io.eidolon.training.data;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that keeps for the next start what took long to make. It is renamed into place
 * when it is whole; one that cannot be read is made anew, and when there is no room,
 * training goes on without.
 *
 * @param path where it is
 * @param content what is in it, for the log
 * @param magic the number that it begins with
 */
record CacheFile(Path path, String content, long magic) {

	private static final Logger logger = LoggerFactory.getLogger(CacheFile.class);

	/** Returns what is kept, if it is there and can be used. */
	<T> Optional<T> read(Reader<T> reader) {
		if (!Files.exists(this.path)) {
			return Optional.empty();
		}
		try (DataInputStream in = new DataInputStream(
				new BufferedInputStream(Files.newInputStream(this.path), 1 << 16))) {
			if (in.readLong() != this.magic) {
				throw new IOException("it is of another kind");
			}
			return Optional.of(reader.read(in));
		}
		catch (IOException ex) {
			logger.warn("The {} in {} cannot be used, and are made anew: {}", this.content, this.path, ex.toString());
			return Optional.empty();
		}
	}

	void write(Writer writer) {
		Path temporary = this.path.resolveSibling(this.path.getFileName() + ".tmp" + ProcessHandle.current().pid());
		try {
			Files.createDirectories(this.path.toAbsolutePath().getParent());
			try (DataOutputStream out = new DataOutputStream(
					new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16))) {
				out.writeLong(this.magic);
				writer.write(out);
			}
			Files.move(temporary, this.path, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			logger.warn("The {} are not kept in {}: {}", this.content, this.path, ex.toString());
			discard(temporary);
		}
	}

	private static void discard(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			logger.debug("Deleting {} failed", file, ex);
		}
	}

	/** Reads the content after the magic number. */
	@FunctionalInterface
	interface Reader<T> {

		T read(DataInputStream in) throws IOException;

	}

	/** Writes the content after the magic number. */
	@FunctionalInterface
	interface Writer {

		void write(DataOutputStream out) throws IOException;

	}

}
