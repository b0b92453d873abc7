package io.eidolon.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who reads the pages about training meets every setting of it. */
class TrainingPagesTests {

	private static final List<String> PAGES = List.of("training", "data", "networks", "objectives", "quality");

	private static String text = "";

	@BeforeAll
	static void readPages() throws IOException {
		StringBuilder pages = new StringBuilder();
		for (String page : PAGES) {
			pages.append(Files.readString(Path.of("docs/%s.md".formatted(page))));
		}
		text = pages.toString();
	}

	static Stream<String> settings() {
		return TaskKind.TRAIN.settings().stream().map((name) -> name.substring(TaskKind.TRAIN.prefix().length()));
	}

	/** As {@code `name`}, {@code `name=value`}, {@code --name}, or by its full name. */
	@ParameterizedTest
	@MethodSource("settings")
	void aPageSaysWhatASettingIsFor(String setting) {
		assertThat(Pattern.compile("(`|--|eidolon\\.training\\.)%s(?![\\w.-])".formatted(Pattern.quote(setting)))
			.matcher(text)
			.find()).as("%s is in one of the pages %s", setting, PAGES).isTrue();
	}

}
