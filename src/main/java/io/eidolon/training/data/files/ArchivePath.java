package io.eidolon.training.data.files;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The names in archives, which each system writes in its own way. */
final class ArchivePath {

	private ArchivePath() {
	}

	/** Returns a path without "./", ".." and drives, with slashes; empty for none. */
	static String of(String name) {
		return Arrays.stream(name.replace('\\', '/').split("/"))
			.filter((part) -> !part.isEmpty() && !part.equals(".") && !part.equals("..") && !part.matches("[A-Za-z]:"))
			.collect(Collectors.joining("/"));
	}

}
