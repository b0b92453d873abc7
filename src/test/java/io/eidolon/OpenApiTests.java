package io.eidolon;

import java.io.IOException;
import java.nio.file.Path;

import io.eidolon.node.Node;
import io.eidolon.node.Node.Outcome;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The document of the API tells the truth. */
@ShippedModels
class OpenApiTests {

	private static final Path WALK = Path.of("src/test/node/openapi/walk.js");

	@LocalServerPort
	private int port;

	@Test
	void eachOperationAnswersItsExamplesWithWhatTheDocumentSays() throws IOException, InterruptedException {
		Node node = Node.install();
		Outcome outcome = node.run(WALK.toString(), "http://localhost:" + this.port, node.file("").toString());
		assertThat(outcome.status()).as(outcome.output()).isZero();
	}

}
