package io.eidolon.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tells whether the files of a place have changed, from their sizes and times alone. That
 * costs no reading, and works on any file system.
 *
 * @param files size and time by file name
 */
record Fingerprint(Map<String, Stamp> files) {

	/** Takes the fingerprint of a file, or of the files directly in a folder. */
	static Fingerprint of(Path path) throws IOException {
		Map<String, Stamp> files = new TreeMap<>();
		try (Stream<Path> entries = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
			// Hidden files are half of something, or none of our business.
			List<Path> shown = entries.filter((entry) -> !entry.getFileName().toString().startsWith(".")).toList();
			for (Path file : shown) {
				stamp(file).ifPresent((stamp) -> files.put(file.getFileName().toString(), stamp));
			}
		}
		return new Fingerprint(files);
	}

	private static Optional<Stamp> stamp(Path file) throws IOException {
		try {
			BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
			return attributes.isRegularFile() ? Optional.of(new Stamp(attributes.size(), attributes.lastModifiedTime()))
					: Optional.empty();
		}
		catch (NoSuchFileException ex) {
			// It went since it was listed, or it is a link to nothing.
			return Optional.empty();
		}
	}

	/**
	 * What tells one state of a file from another.
	 *
	 * @param size bytes
	 * @param modified when it was last written
	 */
	record Stamp(long size, FileTime modified) {

	}

}
