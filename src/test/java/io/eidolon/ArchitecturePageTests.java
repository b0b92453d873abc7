package io.eidolon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.ApplicationModule;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the drawing and the table of docs/architecture.md to the packages. */
class ArchitecturePageTests {

	private static final Path SOURCES = Path.of("src/main/java");

	private static final Pattern ARROW = Pattern
		.compile("(?m)^ {2}(?:\\w+\\[)?([a-z.]+)]? --> (?:\\w+\\[)?([a-z.]+)]?$");

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\| (.*) \\|$");

	/** Each package with those that it may know. */
	private static final Map<String, Set<String>> ALLOWED = new TreeMap<>();

	private static String page;

	@BeforeAll
	static void read() throws IOException {
		page = Files.readString(Path.of("docs/architecture.md"));
		try (Stream<Path> files = Files.walk(SOURCES)) {
			files.filter((file) -> file.endsWith("package-info.java"))
				.map((file) -> SOURCES.relativize(file.getParent()).toString().replace('/', '.'))
				.forEach(ArchitecturePageTests::add);
		}
	}

	private static void add(String name) {
		ApplicationModule module = module(name);
		if (module != null) {
			String plain = name.substring("io.eidolon.".length());
			ALLOWED.put(plain,
					Arrays.stream(module.allowedDependencies())
						.map((allowed) -> allowed.split(" *::")[0])
						.filter((allowed) -> !allowed.equals(plain))
						.collect(Collectors.toCollection(TreeSet::new)));
		}
	}

	private static @Nullable ApplicationModule module(String name) {
		try {
			return Class.forName(name + ".package-info").getAnnotation(ApplicationModule.class);
		}
		catch (ClassNotFoundException ex) {
			throw new AssertionError(ex);
		}
	}

	@Test
	void anArrowIsDrawnToEachPackageThatMayBeKnownUnlessAnotherWayLeadsThere() {
		Set<String> expected = new TreeSet<>();
		ALLOWED.forEach((name, allowed) -> allowed.stream()
			.filter((other) -> allowed.stream().noneMatch((between) -> below(between).contains(other)))
			.forEach((other) -> expected.add(name + " --> " + other)));
		assertThat(ARROW.matcher(page).results().map((arrow) -> arrow.group(1) + " --> " + arrow.group(2)))
			.containsExactlyInAnyOrderElementsOf(expected);
	}

	private static Set<String> below(String name) {
		Set<String> below = new TreeSet<>();
		for (String other : ALLOWED.getOrDefault(name, Set.of())) {
			below.add(other);
			below.addAll(below(other));
		}
		return below;
	}

	@Test
	void theTableSaysWhatEachPackageMayKnow() {
		String table = page.substring(page.indexOf("## What a package may know"));
		Map<String, String> expected = new TreeMap<>();
		ALLOWED.forEach((name, allowed) -> expected.put(name, allowed.isEmpty() ? "no other"
				: allowed.stream().map((other) -> "`" + other + "`").collect(Collectors.joining(", "))));
		expected.remove("web");
		Map<String, String> rows = new TreeMap<>();
		ROW.matcher(table).results().forEach((row) -> rows.put(row.group(1), row.group(2)));
		assertThat(rows).isEqualTo(expected);
	}

}
