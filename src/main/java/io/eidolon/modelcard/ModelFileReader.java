package io.eidolon.modelcard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files of a model, which anyone may have put there. Only regular ones are opened, of
 * which nobody has to wait for a writer, and only those that are in the model's folder
 * once all links are followed: none may show what the service alone may read.
 */
public final class ModelFileReader {

	private ModelFileReader() {
	}

	/**
	 * Returns where a file is once all links are followed.
	 * @param folder the model's folder, which may be a link itself
	 * @throws IOException when it is missing, no regular file, or out of the folder
	 */
	public static Path resolve(Path folder, Path file) throws IOException {
		Path real = file.toRealPath();
		if (!real.startsWith(folder.toRealPath())) {
			throw new IOException("it is a link out of its folder; put a copy there");
		}
		if (!Files.isRegularFile(real)) {
			throw new IOException("it is no regular file");
		}
		return real;
	}

	/**
	 * Reads a file.
	 * @param most bytes that it may have
	 * @throws IOException as above, or when it is larger
	 */
	public static byte[] read(Path folder, Path file, int most) throws IOException {
		try (InputStream in = Files.newInputStream(resolve(folder, file))) {
			byte[] bytes = in.readNBytes(most + 1);
			if (bytes.length > most) {
				throw new IOException("it has more than %s bytes".formatted(most));
			}
			return bytes;
		}
	}

}
