package io.eidolon.jobs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * The folder of the results of all jobs, one folder for each. Files are written under a
 * name of their own, and get their name when they are complete and on the disk.
 */
final class ResultFolder {

	private static final String INCOMING = ".incoming";

	private final Path folder;

	/**
	 * Creates the folder unless it is there.
	 * @throws IOException when it cannot be created
	 */
	ResultFolder(Path folder) throws IOException {
		this.folder = folder;
		Files.createDirectories(folder.resolve(INCOMING));
	}

	/** A file that is to be written, which is not there yet. */
	Path newFile() throws IOException {
		// Somebody may have removed the folder.
		return Files.createDirectories(this.folder.resolve(INCOMING)).resolve(UUID.randomUUID() + ".tmp");
	}

	/** Gives a complete file of a job its name, in place of any that had it. */
	void publish(Path file, String job, String name) throws IOException {
		sync(file);
		Path results = this.folder.resolve(job);
		if (Files.notExists(results)) {
			Files.createDirectories(results);
			sync(this.folder);
		}
		Files.move(file, results.resolve(name), StandardCopyOption.ATOMIC_MOVE);
		sync(results);
	}

	/** A file of a job. */
	Path file(String job, String name) {
		return this.folder.resolve(job).resolve(name);
	}

	/** Removes the files of a job. */
	void remove(String job) throws IOException {
		FileSystemUtils.deleteRecursively(this.folder.resolve(job));
	}

	/** Removes what was begun and not written to since a time. */
	void removeAbandoned(Instant time) throws IOException {
		List<Path> begun;
		try (Stream<Path> files = Files.list(this.folder.resolve(INCOMING))) {
			begun = files.toList();
		}
		for (Path file : begun) {
			if (Files.exists(file) && Files.getLastModifiedTime(file).compareTo(FileTime.from(time)) < 0) {
				Files.deleteIfExists(file);
			}
		}
	}

	/** How many bytes the disk has room for. */
	long free() throws IOException {
		return Files.getFileStore(this.folder).getUsableSpace();
	}

	private static void sync(Path path) throws IOException {
		try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
			channel.force(true);
		}
	}

}
