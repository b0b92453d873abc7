package io.eidolon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is compared between kinds of processors. The figures of each kind are kept in a
 * file, so that the page has them all, whichever machine it is written on.
 *
 * @param kind of processor, by its vector instructions
 * @param machine whose figures these are
 * @param date when they were taken
 * @param values by what was measured, as the page shows them
 */
record Figures(String kind, String machine, LocalDate date, Map<String, String> values) {

	/** The figures of all kinds so far. */
	static final Path KEPT = Path.of("src/bench/results");

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	static Figures of(Results results) {
		Map<String, String> values = new LinkedHashMap<>();
		perConnections(results, values, "of the raw limit", Round::ofTheLimit);
		perConnections(results, values, "times the Node server", Round::timesNode);
		perConnections(results, values, "p99 / p50", (round) -> round.eidolon().load().spread());
		values.put("a picture asked for again, times as often", ratio(results.interference().againRatio()));
		values.put("two processes against one", ratio(results.replicas().ratio()));
		for (int batch : new int[] { 1, 16 }) {
			values.put("rewritten DCGAN, batch %d, times as exported".formatted(batch),
					ratio(results.micros("GraphBenchmark.run", batch, GraphForm.AS_EXPORTED, BenchModel.DCGAN)
							/ results.micros("GraphBenchmark.run", batch, GraphForm.REWRITTEN, BenchModel.DCGAN)));
		}
		for (BenchModel model : BenchModel.values()) {
			for (int batch : new int[] { 1, 16 }) {
				values.put("gradient of %s, batch %d, times PyTorch".formatted(model.name().toLowerCase(Locale.ROOT), batch),
						ratio(results.torch().micros(model, batch)
								/ results.micros("GradientBenchmark.run", batch, model)));
			}
		}
		values.put("PNG, times ImageIO", timesImageIo(results, "png", "png"));
		values.put("JPEG, times ImageIO", timesImageIo(results, "jpeg", "jpeg"));
		values.put("JPEG without libturbojpeg, times ImageIO", timesImageIo(results, "jpegWithoutLibrary", "jpeg"));
		values.put("start to the first picture, image against jar",
				ratio(results.start().fatJar() / results.start().extracted()));
		Machine machine = results.machine();
		return new Figures(machine.kind(), "%d cores of %s".formatted(machine.cores(), machine.processor()),
				results.date(), values);
	}

	private static void perConnections(Results results, Map<String, String> values, String name,
			ToDoubleFunction<Round> value) {
		for (int connections : Plan.CONNECTIONS) {
			values.put("%s, %d connection%s".formatted(name, connections, (connections == 1) ? "" : "s"),
					ratio(Medians.of(results.rounds(connections), value)));
		}
	}

	private static String timesImageIo(Results results, String encoder, String format) {
		return ratio(results.micros("EncoderBenchmark.%sOfImageIo".formatted(format))
				/ results.micros("EncoderBenchmark." + encoder));
	}

	private static String ratio(double value) {
		return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.2f", value);
	}

	/** Those that are kept, with these in the place of their kind, by kind. */
	Map<String, Figures> withKept() throws IOException {
		Map<String, Figures> all = new TreeMap<>();
		try (Stream<Path> files = Files.list(KEPT)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".json")).toList()) {
				Figures kept = JSON.readValue(file.toFile(), Figures.class);
				all.put(kept.kind(), kept);
			}
		}
		all.put(this.kind, this);
		return all;
	}

	/** Writes them to a folder, to be kept. */
	void write(Path folder) throws IOException {
		Files.createDirectories(folder);
		String name = this.kind.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
		Files.writeString(folder.resolve(name + ".json"), JSON.writeValueAsString(this) + "\n");
	}

}
