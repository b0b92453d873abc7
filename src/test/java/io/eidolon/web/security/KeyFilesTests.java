package io.eidolon.web.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

class KeyFilesTests {

	private static final String DIGEST = ApiKey.digest("secret");

	@TempDir
	private Path folder;

	@Test
	void anEntrySaysWhoMayDoWhat() throws IOException {
		ApiKeys keys = read("""
				web:
				  sha256: %s
				  scopes: [generate, edit]
				  models: [peeps]
				  requests-per-minute: 60
				  cost-per-minute: 10000000000
				  at-once: 4
				""".formatted(DIGEST));
		assertThat(keys.find("secret")).contains(new Caller("web", Set.of(Scope.GENERATE, Scope.EDIT), Set.of("peeps"),
				new Limits(60L, 10_000_000_000L, 4)));
		assertThat(keys.find("Secret")).isEmpty();
	}

	@Test
	void aFolderHasTheEntriesOfItsFilesButOfHiddenOnes() throws IOException {
		write("one", "web: {sha256: %s, scopes: generate}".formatted(DIGEST));
		write("two.yaml", "ops: {sha256: %s, scopes: operate}".formatted(ApiKey.digest("other")));
		write("..data", "this is no entry");
		ApiKeys keys = new KeyFiles(this.folder).read();
		assertThat(keys.keys()).extracting((key) -> key.caller().name()).containsExactly("web", "ops");
	}

	@ParameterizedTest
	@ValueSource(strings = { "no mapping", "web: secret", "web: {sha256: secret, scopes: [generate]}",
			"web: {scopes: [generate]}", "web: {sha256: @, scopes: []}", "web: {sha256: @}",
			"web: {sha256: @, scopes: [fly]}", "web: {sha256: @, scopes: [generate], at-once: 0}",
			"web: {sha256: @, scopes: [generate], models: []}", "web: {sha256: @, scopes: [generate], models: }",
			"web: {sha256: @, scopes: [generate], cost-per-minute: }",
			"web: {sha256: @, scopes: [generate], secret: yes}", "web: [unclosed secret",
			"'a b': {sha256: @, scopes: [generate]}",
			"web: {sha256: @, scopes: [edit]}\nweb: {sha256: @, scopes: [edit]}",
			"a: {sha256: @, scopes: [edit]}\nb: {sha256: @, scopes: [edit]}" })
	void whatIsWrongIsToldInOneLineWithoutTheSecret(String content) {
		assertThatExceptionOfType(KeyFileException.class).isThrownBy(() -> read(content.replace("@", DIGEST)))
			.satisfies(
					(ex) -> assertThat(ex.getMessage()).contains("keys.yaml").doesNotContain("secret", "\n", DIGEST));
	}

	@Test
	void aFileThatIsNotThereIsNamed() {
		assertThatExceptionOfType(KeyFileException.class)
			.isThrownBy(() -> new KeyFiles(this.folder.resolve("none")).read())
			.withMessageContaining("none: must be a file or folder of keys that can be read");
	}

	@Test
	void anEmptiedFileTakesItsKeysBackAndAnEmptyFolderIsALostOne() throws IOException {
		Path file = write("keys.yaml", "web: {sha256: %s, scopes: generate}".formatted(DIGEST));
		try (WatchedKeys keys = new WatchedKeys(new KeyFiles(this.folder), 0, (_) -> {
		})) {
			Files.delete(file);
			keys.look();
			assertThat(keys.keys().find("secret")).isPresent();
			write("keys.yaml", "");
			keys.look();
			assertThat(keys.keys().find("secret")).isEmpty();
		}
		assertThatExceptionOfType(KeyFileException.class)
			.isThrownBy(() -> new WatchedKeys(new KeyFiles(this.folder), 0, (_) -> {
			}))
			.withMessageContaining("has no key");
	}

	@Test
	void changesAreToldByName() throws IOException {
		ApiKeys before = read("a: {sha256: %s, scopes: [edit]}\nb: {sha256: %s, scopes: [edit]}".formatted(DIGEST,
				ApiKey.digest("b")));
		ApiKeys after = read("a: {sha256: %s, scopes: [jobs]}\nc: {sha256: %s, scopes: [edit]}".formatted(DIGEST,
				ApiKey.digest("c")));
		assertThat(before.changes(after)).containsExactly(entry("a", "changed"), entry("b", "removed"),
				entry("c", "added"));
		assertThat(before.changes(before)).isEmpty();
	}

	private ApiKeys read(String content) throws IOException {
		return new KeyFiles(write("keys.yaml", content)).read();
	}

	private Path write(String name, String content) throws IOException {
		return Files.writeString(this.folder.resolve(name), content);
	}

}
