package io.eidolon.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Tells whether the files of a location have changed, from their sizes and times alone.
 * That costs no reading, and works on any file system.
 *
 * @param files size and time by file name
 */
record Fingerprint(Map<String, Stamp> files) {

	/**
	 * Takes the fingerprint of a file, or of the files directly in a folder.
	 * @param data names of files beside the graph that hold its weights
	 */
	static Fingerprint of(Path path, Set<String> data) throws IOException {
		Map<String, Stamp> files = new TreeMap<>();
		try (Stream<Path> entries = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
			// Hidden files are half of something, or none of our business.
			List<Path> shown = entries.filter((entry) -> !entry.getFileName().toString().startsWith(".")).toList();
			for (Path file : shown) {
				stamp(file).ifPresent((stamp) -> files.put(file.getFileName().toString(), stamp));
			}
		}
		Path folder = Files.isDirectory(path) ? path : path.resolveSibling("");
		for (String name : data) {
			Path file = inside(folder, name);
			if (file != null) {
				stamp(file).ifPresent((stamp) -> files.put(name, stamp));
			}
		}
		return new Fingerprint(files);
	}

	private static @Nullable Path inside(Path folder, String name) {
		try {
			Path file = folder.resolve(name).normalize();
			return file.startsWith(folder.normalize()) ? file : null;
		}
		catch (InvalidPathException ex) {
			return null;
		}
	}

	private static Optional<Stamp> stamp(Path file) throws IOException {
		try {
			BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
			return attributes.isRegularFile() ? Optional.of(new Stamp(attributes.size(), attributes.lastModifiedTime(),
					statusChange(file), String.valueOf(attributes.fileKey()))) : Optional.empty();
		}
		catch (NoSuchFileException ex) {
			// It went since it was listed, or it is a link to nothing.
			return Optional.empty();
		}
	}

	// The file system sets it, so that no tool puts it back as it does the other time.
	private static String statusChange(Path file) throws IOException {
		return file.getFileSystem().supportedFileAttributeViews().contains("unix")
				? String.valueOf(Files.getAttribute(file, "unix:ctime")) : "";
	}

	/**
	 * What tells one state of a file from another.
	 *
	 * @param size bytes
	 * @param modified when it was last written
	 * @param changed when its bytes or its attributes last changed, where the file system
	 * tells
	 * @param key what the file system calls it: another file in its place has another
	 */
	record Stamp(long size, FileTime modified, String changed, String key) {

	}

}
