package io.eidolon.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Runs the parts, prints what came of them, and ends with 1 when something was lost that
 * the service must not lose. How fast it is fails nothing.
 *
 * @param folder for models and logs
 * @param overload how long each kind of request is asked for
 * @param disorder how long the parts take that go on for as long as one likes
 * @param losses what was lost
 */
record Chaos(Path folder, Duration overload, Duration disorder, Losses losses) {

	/** Whole models. */
	static final Path SPARE = Path.of("models");

	static void main() throws Exception {
		Duration overload = Duration.ofSeconds(Integer.getInteger("chaos.overload.seconds", 30));
		Duration disorder = Duration
			.ofSeconds((long) (60 * Double.parseDouble(System.getProperty("chaos.disorder.minutes", "5"))));
		Chaos chaos = new Chaos(Files.createTempDirectory("chaos"), overload, disorder, new Losses());
		for (Part part : Part.named(System.getProperty("chaos.parts", ""))) {
			part.run(chaos);
		}
		System.out.println("Logs are in " + chaos.folder);
		System.exit(chaos.losses.told() ? 1 : 0);
	}

	/** The log of a service. */
	Path log(String name) {
		return this.folder.resolve(name + ".log");
	}

	/** Models to spoil. */
	Path models(String name) throws IOException {
		Path to = this.folder.resolve(name);
		Files.createDirectory(to);
		for (String model : new String[] { "peeps", "fashion" }) {
			copy(SPARE.resolve(model), to.resolve(model));
		}
		return to;
	}

	private static void copy(Path from, Path to) throws IOException {
		Files.createDirectory(to);
		try (Stream<Path> files = Files.list(from)) {
			for (Path file : files.toList()) {
				Files.copy(file, to.resolve(file.getFileName()));
			}
		}
	}

}
