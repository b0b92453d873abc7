package io.eidolon.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Runs everything, prints what came of it, and ends with 1 when something was lost that the
 * service must not lose. How fast it is fails nothing.
 */
final class Chaos {

	private static final int MANY_FILES = 4096;

	private static final int FEW_FILES = 128;

	/** How long after a replica has come back the next one is killed. */
	private static final Duration KILLS = Duration.ofMinutes(1);

	private static final Duration FULL_DISK = Duration.ofMinutes(1);

	private Chaos() {
	}

	static void main() throws Exception {
		Duration overload = Duration.ofSeconds(Integer.getInteger("chaos.overload.seconds", 30));
		Duration disorder = Duration
			.ofSeconds((long) (60 * Double.parseDouble(System.getProperty("chaos.disorder.minutes", "5"))));
		Path folder = Files.createTempDirectory("chaos");
		Path spare = Path.of("models");
		Path models = models(spare, folder.resolve("models"));
		Losses losses = new Losses();
		if (overload.isPositive()) {
			try (Service service = Service.start(models, MANY_FILES, folder.resolve("overload.log"))) {
				Overload.run(service, overload, losses);
			}
		}
		System.out.println("Disorder:");
		try (Service service = Service.start(models, MANY_FILES, folder.resolve("disorder.log"))) {
			new Disorder(service, models, spare, losses).run(disorder);
		}
		if (Gateway.isInstalled()) {
			System.out.println("Replicas that are killed behind the gateway:");
			new Replicas(spare, folder).run(disorder, (disorder.compareTo(KILLS) < 0) ? disorder.dividedBy(4) : KILLS, losses);
		}
		else {
			System.out.println("nginx is not installed: no replica was killed behind the gateway");
		}
		System.out.println("Few files:");
		try (Service service = Service.start(spare, FEW_FILES, folder.resolve("files.log"))) {
			Disorder.exhaustFiles(service, losses);
		}
		System.out.println("Disorder on a full disk:");
		// Disorder left its own folder as it happened to be
		Path fresh = models(spare, folder.resolve("fresh"));
		try (Service service = Service.start(fresh, MANY_FILES, folder.resolve("disk.log"))) {
			service.fillDisk();
			new Disorder(service, fresh, spare, losses).run((disorder.compareTo(FULL_DISK) < 0) ? disorder : FULL_DISK);
		}
		System.out.println("Logs are in " + folder);
		System.exit(losses.told() ? 1 : 0);
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
