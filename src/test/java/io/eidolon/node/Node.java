package io.eidolon.node;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.eidolon.SharedFile;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Node.js, with the packages of {@code src/test/node}.
 *
 * @param folder where they are installed
 */
public record Node(Path folder) {

	private static final boolean CI = Boolean.parseBoolean(System.getenv("CI"));

	private static final Path SOURCES = Path.of("src/test/node");

	private static final Path FOLDER = Path.of("target/node").toAbsolutePath();

	private static final String LOCK = "package-lock.json";

	// Written last: what it says is there.
	private static final Path INSTALLED = FOLDER.resolve("node_modules").resolve(LOCK);

	private static final int MINUTES = 2;

	/**
	 * Installs the packages, unless that was done before. Skips the test where they
	 * cannot be had, but not where nobody would see that ({@code CI=true}).
	 */
	public static synchronized Node install() throws IOException, InterruptedException {
		Optional<Node> node = find();
		assumeTrue(CI || node.isPresent(), "This needs Node 20.19 or later, and npm's registry the first time");
		return node.orElseThrow(() -> new AssertionError("With CI=true Node and npm must be there"));
	}

	private static Optional<Node> find() throws IOException, InterruptedException {
		Files.createDirectories(FOLDER);
		// Tests run in several processes.
		try (FileChannel guard = FileChannel.open(FOLDER.resolve(".guard"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); FileLock _ = guard.lock()) {
			return installed();
		}
	}

	private static Optional<Node> installed() throws IOException, InterruptedException {
		Node node = new Node(FOLDER);
		try (Stream<Path> files = Files.list(SOURCES)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				SharedFile.bring(file, FOLDER.resolve(file.getFileName()));
			}
		}
		Path lock = SOURCES.resolve(LOCK);
		if (Files.exists(INSTALLED) && Files.mismatch(lock, INSTALLED) == -1) {
			return Optional.of(node);
		}
		if (!node
			.run(FOLDER, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline",
					"--fetch-retries=0")
			.succeeded() || !node.run(FOLDER, "node", "--version").succeeded()) {
			return Optional.empty();
		}
		Files.copy(lock, INSTALLED, StandardCopyOption.REPLACE_EXISTING);
		return Optional.of(node);
	}

	/** A file of a package. */
	public Path file(String path) {
		return this.folder.resolve("node_modules").resolve(path);
	}

	/** Runs Node in the root of the repository. */
	public Outcome run(String... arguments) throws IOException, InterruptedException {
		return run(Path.of("").toAbsolutePath(),
				Stream.concat(Stream.of("node"), Arrays.stream(arguments)).toArray(String[]::new));
	}

	private Outcome run(Path directory, String... command) throws IOException, InterruptedException {
		Path output = Files.createTempFile(this.folder, command[0], ".log");
		try {
			Process process = new ProcessBuilder(command).directory(directory.toFile())
				.redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
				process.destroyForcibly();
				return new Outcome(-1, "%s took longer than %d minutes".formatted(List.of(command), MINUTES));
			}
			return new Outcome(process.exitValue(), Files.readString(output));
		}
		catch (IOException ex) {
			return new Outcome(-1, String.valueOf(ex.getMessage())); // there is no such
																		// program
		}
		finally {
			Files.deleteIfExists(output);
		}
	}

	/**
	 * What became of a run.
	 *
	 * @param status the exit status, -1 when there is none
	 * @param output all that was written
	 */
	public record Outcome(int status, String output) {

		/** Whether it did what it was to do. */
		public boolean succeeded() {
			return this.status == 0;
		}

	}

}
