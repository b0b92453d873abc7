package io.eidolon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds all text to the digits of ASCII: what is formatted without a locale has those of
 * the machine's language, which no machine that reads it expects.
 */
@Tag("foreign")
class NumberFormatTests {

	/** A text with a number in it, whatever flags and widths that has. */
	private static final String NUMBER = "[^\"\\n]*%[-#+ 0,(]*\\d*(?:\\.\\d+)?[dfeEgGaAxXoc][^\"\\n]*";

	private static final Pattern DEFAULT_LOCALE = Pattern
		.compile("\"" + NUMBER + "\"\\s*(?:\\+\\s*\"[^\"\\n]*\"\\s*)*\\)?\\s*(?:\\.|::)formatted");

	private static final Pattern FORMAT = Pattern.compile("String\\.format\\(\\s*(?!Locale\\.)");

	@Test
	void noNumberIsFormattedInTheLanguageOfTheMachine() throws IOException {
		List<String> found = new ArrayList<>();
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".java")).toList()) {
				String code = Files.readString(file);
				DEFAULT_LOCALE.matcher(code).results().forEach((match) -> found.add(file + ": " + match.group()));
				FORMAT.matcher(code).results().forEach((match) -> found.add(file + ": " + match.group()));
			}
		}
		assertThat(found).isEmpty();
	}

	@Test
	void theRuleFindsWhatItIsFor() {
		assertThat(DEFAULT_LOCALE.matcher("\"a %d\".formatted(1)").find()).isTrue();
		assertThat(DEFAULT_LOCALE.matcher("(\"a %.2f\"\n\t+ \"b\").formatted(1)").find()).isTrue();
		assertThat(DEFAULT_LOCALE.matcher("\"a %s\".formatted(1)").find()).isFalse();
		assertThat(FORMAT.matcher("String.format(\"%d\", 1)").find()).isTrue();
		assertThat(FORMAT.matcher("String.format(Locale.ROOT, \"%d\", 1)").find()).isFalse();
	}

}
