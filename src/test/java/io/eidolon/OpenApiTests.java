package io.eidolon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import io.eidolon.node.Node;
import io.eidolon.node.Node.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The document of the API tells the truth. */
@ShippedModels
class OpenApiTests {

	private static final Path SCRIPTS = Path.of("src/test/node/openapi");

	private static final String TYPES = "api.d.ts";

	@SuppressWarnings("NullAway.Init")
	private static Path client;

	@LocalServerPort
	private int port;

	@SuppressWarnings("NullAway.Init")
	private Node node;

	@BeforeAll
	static void bringTheDetectorOfTheExamples() throws IOException {
		ShippedDetector.bring();
	}

	@BeforeEach
	void install() throws IOException, InterruptedException {
		this.node = Node.install();
	}

	@Test
	void eachOperationAnswersItsExamplesWithWhatTheDocumentSays() throws IOException, InterruptedException {
		succeeds(script("walk.js"), address(), packages());
	}

	@Test
	void theDocumentIsAsTheRulesOfItsTradeSay() throws IOException, InterruptedException {
		succeeds(script("lint.js"), address(), packages());
	}

	@Test
	void aGeneratedClientCompilesAndCallsEachOperation() throws IOException, InterruptedException {
		Path folder = generate();
		Files.copy(SCRIPTS.resolve("calls.ts"), folder.resolve("calls.ts"), StandardCopyOption.REPLACE_EXISTING);
		succeeds(this.node.file("typescript/bin/tsc").toString(), "--strict", "--target", "es2022", "--lib",
				"es2022,dom,dom.iterable", "--module", "nodenext", folder.resolve("calls.ts").toString());
		succeeds(folder.resolve("calls.js").toString(), address());
	}

	@Test
	void theTypesOfTheJavaScriptClientAreThoseOfTheDocument() throws IOException, InterruptedException {
		assertThat(Path.of("clients", "js", TYPES)).as("to be copied from target/node/client")
			.hasSameTextualContentAs(generate().resolve(TYPES));
	}

	/** Once for all tests, as they read what they find there. */
	private Path generate() throws IOException, InterruptedException {
		if (client == null) {
			Path folder = Files.createDirectories(this.node.folder().resolve("client"));
			succeeds(script("generate.js"), address(), packages(), folder.resolve(TYPES).toString());
			client = folder;
		}
		return client;
	}

	private String address() {
		return "http://localhost:" + this.port;
	}

	private String packages() {
		return this.node.file("").toString();
	}

	private static String script(String name) {
		return SCRIPTS.resolve(name).toString();
	}

	private void succeeds(String... arguments) throws IOException, InterruptedException {
		Outcome outcome = this.node.run(arguments);
		assertThat(outcome.status()).as(outcome.output()).isZero();
	}

}
