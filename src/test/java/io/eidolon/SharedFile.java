package io.eidolon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that tests in several processes use at once. */
public final class SharedFile {

	private SharedFile() {
	}

	/** Copies a file, unless its copy is there, such that nobody sees a part of it. */
	public static void bring(Path file, Path copy) throws IOException {
		if (Files.exists(copy) && Files.mismatch(file, copy) == -1) {
			return;
		}
		Path whole = Files.createTempFile(copy.toAbsolutePath().getParent(), "copy", ".part");
		Files.copy(file, whole, StandardCopyOption.REPLACE_EXISTING);
		Files.move(whole, copy, StandardCopyOption.ATOMIC_MOVE);
	}

}
