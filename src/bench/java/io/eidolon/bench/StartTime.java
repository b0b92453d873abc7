package io.eidolon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The time from the start of the process to the first picture, with the shipped models.
 *
 * @param fatJar seconds with the jar as it was built, the median of several starts
 * @param extracted seconds as in the image: with the jar extracted, the beans that were put
 * together when it was built, and what it loaded, learned and found out of the models in an
 * earlier run
 */
record StartTime(double fatJar, double extracted) {

	private static final Duration LEARNING = Duration.ofSeconds(5);

	private static final int LEARNING_CLIENTS = 4;

	private static final Path MODELS = Path.of("models").toAbsolutePath();

	static StartTime measure(Plan plan) throws IOException, InterruptedException {
		Path folder = plan.output().resolve("extracted");
		Path jar = folder.resolve(plan.jar().getFileName());
		Path cache = folder.resolve("classes.aot");
		Path log = plan.output().resolve("start.log");
		run(log, "-Djarmode=tools", "-jar", plan.jar().toString(), "extract", "--force", "--destination",
				folder.toString());
		Files.deleteIfExists(cache);
		List<String> image = List.of("-Dspring.aot.enabled=true",
				"-Deidolon.inference.plans=" + folder.resolve("plans"), "-jar", jar.toString());
		learn(new Eidolon(with("-XX:AOTCacheOutput=" + cache, image), MODELS, log));
		Eidolon fat = new Eidolon(List.of("-jar", plan.jar().toString()), MODELS, log);
		Eidolon extracted = new Eidolon(with("-XX:AOTCache=" + cache, image), MODELS, log);
		double[] fatSeconds = new double[plan.starts()];
		double[] extractedSeconds = new double[plan.starts()];
		for (int i = 0; i < plan.starts(); i++) {
			fatSeconds[i] = seconds(fat);
			extractedSeconds[i] = seconds(extracted);
		}
		return new StartTime(Medians.of(fatSeconds), Medians.of(extractedSeconds));
	}

	private static List<String> with(String option, List<String> others) {
		return Stream.concat(Stream.of(option), others.stream()).toList();
	}

	/** Serves for a while, so that the cache holds what requests need, and ends. */
	private static void learn(Eidolon service) throws IOException, InterruptedException {
		try (Server server = service.start().await()) {
			new LoadClient(server.port()).run(LEARNING_CLIENTS, LEARNING);
			server.end();
		}
	}

	private static double seconds(Eidolon service) throws IOException, InterruptedException {
		long start = System.nanoTime();
		try (Server server = service.start()) {
			server.await();
			return (System.nanoTime() - start) / 1e9;
		}
	}

	private static void run(Path log, String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(Server.java()));
		command.addAll(Arrays.asList(arguments));
		int status = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start()
			.waitFor();
		if (status != 0) {
			throw new IOException("%s ended with %d: %s".formatted(command, status, Files.readString(log)));
		}
	}

}
