package io.eidolon;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The settings have one home, the records that read them. Their page is written from it.
 */
class SettingsPageTests {

	private static final Path PAGE = Path.of("docs/settings.md");

	@Test
	void thePageListsEverySettingAsItIsRead() throws IOException {
		String expected = """
				# Settings

				Each can be given as an argument (`--eidolon.models.path=...`), as an environment variable
				(`EIDOLON_MODELS_PATH`), or in an `application.yaml` beside the jar. The training ones are read by the
				training profile alone.

				| setting | default | what it is |
				| --- | --- | --- |
				""" + rows();
		Files.writeString(Path.of("target/settings.md"), expected);
		assertThat(PAGE).as("docs/settings.md must be target/settings.md, which this test wrote")
			.content()
			.isEqualTo(expected);
	}

	private static String rows() throws IOException {
		try (InputStream in = SettingsPageTests.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			return JsonMapper.shared()
				.readTree(in)
				.at("/properties")
				.valueStream()
				.filter((setting) -> setting.at("/name").asString().startsWith("eidolon."))
				.map(SettingsPageTests::row)
				.sorted()
				.collect(Collectors.joining());
		}
	}

	private static String row(JsonNode setting) {
		String value = setting.has("defaultValue") ? "`" + setting.at("/defaultValue").asString() + "`" : "";
		return "| `%s` | %s | %s |%n".formatted(setting.at("/name").asString(), value,
				setting.at("/description").asString());
	}

}
