package io.eidolon.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The folder that files of results are written to before they get their names. */
final class WorkFolder {

	private static final String NAME = ".incoming";

	private final Path folder;

	/**
	 * Creates it below a folder, unless it is there.
	 * @throws IOException when it cannot be created
	 */
	WorkFolder(Path above) throws IOException {
		this.folder = Files.createDirectories(above.resolve(NAME));
	}

	/** A file that is to be written, which is not there yet. */
	Path newFile() throws IOException {
		// Somebody may have removed the folder.
		return Files.createDirectories(this.folder).resolve(UUID.randomUUID() + ".tmp");
	}

	/** Removes what was begun and not written to since a time. */
	void removeAbandoned(Instant time) throws IOException {
		List<Path> begun;
		try (Stream<Path> files = Files.list(Files.createDirectories(this.folder))) {
			begun = files.toList();
		}
		for (Path file : begun) {
			if (Files.exists(file) && Files.getLastModifiedTime(file).compareTo(FileTime.from(time)) < 0) {
				Files.deleteIfExists(file);
			}
		}
	}

}
