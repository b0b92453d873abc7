package io.eidolon.web.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeyCommandTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@TempDir
	private Path folder;

	@Test
	void whatIsPrintedIsAnEntryForTheKeyThatIsShown() throws IOException {
		assertThat(run("--name=web", "--scopes=generate,edit", "--models=peeps", "--at-once=4")).isZero();
		String shown = text(this.err).strip();
		String key = shown.substring(shown.lastIndexOf(' ') + 1);
		assertThat(key).hasSizeGreaterThan(40).startsWith("eidolon_");
		assertThat(text(this.out)).doesNotContain(key);
		Path file = Files.writeString(this.folder.resolve("keys.yaml"), text(this.out));
		assertThat(new KeyFiles(file).read().find(key)).hasValueSatisfying((caller) -> {
			assertThat(caller.name()).isEqualTo("web");
			assertThat(caller.scopes()).containsExactly(Scope.GENERATE, Scope.EDIT);
			assertThat(caller.models()).containsExactly("peeps");
			assertThat(caller.limits()).isEqualTo(new Limits(null, null, 4));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "on", "2026", "007", "null", "1.5" })
	void namesThatYamlTakesForSomethingElseAreQuoted(String name) throws IOException {
		assertThat(run("--name=" + name, "--scopes=edit", "--models=" + name)).isZero();
		Path file = Files.writeString(this.folder.resolve("keys.yaml"), text(this.out));
		assertThat(new KeyFiles(file).read().keys()).singleElement().satisfies((key) -> {
			assertThat(key.caller().name()).isEqualTo(name);
			assertThat(key.caller().models()).containsExactly(name);
		});
	}

	@Test
	void anEntryReadsAsThePageHasIt() {
		run("--name=web", "--scopes=generate,edit", "--at-once=4");
		assertThat(text(this.out))
			.matches("web:\n  sha256: [0-9a-f]{64}\n  scopes: \\[generate, edit]\n  at-once: 4\n");
	}

	@Test
	void noKeyIsMadeTwice() {
		run("--name=a", "--scopes=edit");
		String first = text(this.err);
		this.err.reset();
		run("--name=a", "--scopes=edit");
		assertThat(text(this.err)).isNotEqualTo(first);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "--name=web", "--scopes=edit", "--name=web --scopes=fly", "--name=web scopes",
			"--name=web --scopes=edit --colour=red", "--name=a/b --scopes=edit" })
	void whatCannotBeMadeIsRefusedWithTheUsage(String arguments) {
		assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(1);
		assertThat(text(this.err)).contains("Usage: key --name=NAME --scopes=SCOPES");
		assertThat(text(this.out)).isEmpty();
	}

	private int run(String... arguments) {
		return KeyCommand.run(List.of(arguments), new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8));
	}

	private static String text(ByteArrayOutputStream stream) {
		return stream.toString(StandardCharsets.UTF_8);
	}

}
