package io.eidolon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the classes and files that pages name to those that there are. */
class PageNamesTests {

	/** A class behind a part of its package, such as {@code graph.ir.Value}. */
	private static final Pattern CLASS = Pattern.compile("`((?:[a-z]+\\.)+[A-Z]\\w*[a-z]\\w*)(?:\\.\\w+)?`");

	private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Tests)`");

	private static final Pattern FILE = Pattern.compile("`((?:[\\w-]+/)*[A-Z]\\w+\\.java)`");

	/** The paths of all files, and what follows each of their slashes. */
	@SuppressWarnings("NullAway.Init")
	private static Set<String> sources;

	static Stream<Path> pages() throws IOException {
		try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
			List<Path> pages = docs.filter((page) -> page.toString().endsWith(".md")).toList();
			return Stream.concat(Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")), pages.stream());
		}
	}

	@BeforeAll
	static void findSources() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src"))) {
			sources = files.filter((file) -> file.toString().endsWith(".java"))
				.flatMap((file) -> IntStream.range(0, file.getNameCount())
					.mapToObj((from) -> file.subpath(from, file.getNameCount()).toString().replace('\\', '/')))
				.collect(Collectors.toSet());
		}
	}

	@ParameterizedTest
	@MethodSource("pages")
	void whatAPageNamesIsThere(Path page) throws IOException {
		String text = Files.readString(page);
		Stream<String> named = Stream
			.of(names(CLASS, text).map((name) -> name.replace('.', '/') + ".java"),
					names(TEST, text).map((name) -> name + ".java"), names(FILE, text))
			.flatMap((names) -> names);
		assertThat(named.filter((name) -> !sources.contains(name))).as("named by %s, and not there", page).isEmpty();
	}

	private static Stream<String> names(Pattern pattern, String page) {
		return pattern.matcher(page).results().map((name) -> name.group(1));
	}

}
