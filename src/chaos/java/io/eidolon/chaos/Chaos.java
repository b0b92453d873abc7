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
		Path models = Files.createDirectory(folder.resolve("models"));
		for (String model : new String[] { "peeps", "fashion" }) {
			copy(spare.resolve(model), models.resolve(model));
		}
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
		try (Service service = Service.start(models, MANY_FILES, folder.resolve("disk.log"))) {
			service.fillDisk();
			new Disorder(service, models, spare).run(overload);
		}
		System.out.println("Logs are in " + folder);
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
