package io.eidolon.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Runs everything and prints what came of it. */
final class Chaos {

	private static final int MANY_FILES = 4096;

	private static final int FEW_FILES = 128;

	private Chaos() {
	}

	static void main() throws Exception {
		Duration overload = Duration.ofSeconds(Integer.getInteger("chaos.overload.seconds", 30));
		Duration disorder = Duration.ofMinutes(Integer.getInteger("chaos.disorder.minutes", 5));
		Path folder = Files.createTempDirectory("chaos");
		Path spare = Path.of("models");
		Path models = models(spare, folder.resolve("models"));
		try (Service service = Service.start(models, MANY_FILES, folder.resolve("overload.log"))) {
			Overload.run(service, overload);
		}
		System.out.println("Disorder:");
		try (Service service = Service.start(models, MANY_FILES, folder.resolve("disorder.log"))) {
			new Disorder(service, models, spare).run(disorder);
		}
		try (Service service = Service.start(spare, FEW_FILES, folder.resolve("files.log"))) {
			Disorder.exhaustFiles(service);
		}
		System.out.println("Disorder on a full disk:");
		// Disorder left its own folder as it happened to be
		Path fresh = models(spare, folder.resolve("fresh"));
		try (Service service = Service.start(fresh, MANY_FILES, folder.resolve("disk.log"))) {
			service.fillDisk();
			new Disorder(service, fresh, spare).run(overload);
		}
		System.out.println("Logs are in " + folder);
	}

	private static Path models(Path from, Path to) throws IOException {
		Files.createDirectory(to);
		for (String model : new String[] { "peeps", "fashion" }) {
			copy(from.resolve(model), to.resolve(model));
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
