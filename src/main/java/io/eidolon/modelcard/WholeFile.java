package io.eidolon.modelcard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes to files the whole of what is given, or nothing, as where a disk is full. Errors
 * name the file and the reason.
 */
public final class WholeFile {

	private WholeFile() {
	}

	/**
	 * Puts a file in place of any that is there, by a rename.
	 * @return the file
	 * @throws IOException when it cannot be written; what was there before is kept
	 */
	public static Path write(Path file, byte[] content) throws IOException {
		Path staging = file.resolveSibling("." + file.getFileName());
		try {
			Files.write(staging, content);
			return Files.move(staging, file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			Files.deleteIfExists(staging);
			throw named(file, ex);
		}
	}

	/**
	 * Adds to the end of a file, which is made if it is not there.
	 * @throws IOException when it cannot be written; it then ends where it did before
	 */
	public static void append(Path file, byte[] content) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
			long end = channel.size();
			try {
				ByteBuffer bytes = ByteBuffer.wrap(content);
				channel.position(end);
				while (bytes.hasRemaining()) {
					channel.write(bytes);
				}
			}
			catch (IOException ex) {
				channel.truncate(end);
				throw ex;
			}
		}
		catch (IOException ex) {
			throw named(file, ex);
		}
	}

	/** What the system says of a full disk does not say which. */
	private static IOException named(Path file, IOException failure) {
		String reason = switch (failure) {
			case AccessDeniedException _ -> "no permission";
			case FileSystemException of when of.getReason() != null -> of.getReason();
			default -> failure.getMessage();
		};
		FileSystemException named = new FileSystemException(file.toAbsolutePath().toString(), null, reason);
		named.initCause(failure);
		return named;
	}

}
