package io.eidolon.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.eidolon.node.Node;
import io.eidolon.node.Node.Outcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The parts of the studio that need no browser, in Node. */
class StudioScriptTests {

	private static final Path TESTS = Path.of("src/test/node/studio");

	@Test
	void theTestsInNodePass() throws IOException, InterruptedException {
		List<String> tests;
		try (Stream<Path> files = Files.list(TESTS)) {
			tests = files.map(Path::toString).filter((file) -> file.endsWith(".test.js")).sorted().toList();
		}
		assertThat(tests).isNotEmpty();
		succeeds(Stream.concat(Stream.of("--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "--test"), tests.stream())
			.toArray(String[]::new));
	}

	@Test
	void theTypesFit() throws IOException, InterruptedException {
		succeeds(Node.install().file("typescript/bin/tsc").toString(), "-p", "src/test/node/tsconfig.json");
	}

	private static void succeeds(String... arguments) throws IOException, InterruptedException {
		Outcome outcome = Node.install().run(arguments);
		assertThat(outcome.status()).as(outcome.output()).isZero();
	}

}
