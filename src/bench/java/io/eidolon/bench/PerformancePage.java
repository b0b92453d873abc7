package io.eidolon.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import io.eidolon.bench.Round.Measured;

/**
 * Writes the results for people, as Markdown.
 *
 * @param results what was measured on this machine
 * @param kinds figures of all kinds of processors, this one's among them, by kind
 */
record PerformancePage(Results results, Map<String, Figures> kinds) {

	/** What another command measured, which needs Python. */
	private static final Path TRAINING = Path.of("src/bench/training/speed.md");

	/** What profilers said of pictures, of the start, and so on. */
	private static final Path PROFILE = Path.of("src/bench/profile.md");

	private static final Path START_PROFILE = Path.of("src/bench/start.md");

	private static final Path GRADIENT_PROFILE = Path.of("src/bench/gradient.md");

	private static final Path ENCODER_PROFILE = Path.of("src/bench/encoders.md");

	private static final Path REPLICA_PROFILE = Path.of("src/bench/processes.md");

	private static final Path TRAINING_PROFILE = Path.of("src/bench/training/profile.md");

	private static final String NO_NODE = "There is no Node on this machine, so the peer was left out.";

	String text() {
		return String.join("\n\n", head(), comparison(), http(), profile(), interference(), replicas(), read(REPLICA_PROFILE),
				tasks(), graphs(), gradients(), read(GRADIENT_PROFILE), encoders(), read(ENCODER_PROFILE), batcher(),
				start(), training(), read(TRAINING_PROFILE)) + "\n";
	}

	private String head() {
		Machine machine = this.results.machine();
		String quick = this.results.quick()
				? "\n\n**From a quick run, which shows that everything works; its figures mean little.**" : "";
		return """
				# Performance

				What `./mvnw -Pbench verify` wrote on %s, on %d cores of %s, %s, %s.%s

				The command takes about 20 minutes; nothing else should run meanwhile. It leaves the tests out, builds
				the jar and measures it; results, this page and its plot are then in `target/bench`.
				`-Dbench.quick=true` goes through everything in three. The peer needs Node 20 or later; npm installs its
				packages the first time, and after that everything works offline. Without Node the peer is left out, and so
				is PyTorch's gradient without a Python that has it (`-Dbench.python=...`).""".formatted(
				this.results.date(), machine.cores(), "%s (%s)".formatted(machine.processor(), machine.kind()), machine.system(), machine.java(), quick);
	}

	private String comparison() {
		List<String> kinds = List.copyOf(this.kinds.keySet());
		Table table = new Table(Stream.concat(Stream.of(""), kinds.stream()).toArray(String[]::new));
		row(table, "machine", Figures::machine);
		row(table, "date", (figures) -> figures.date().toString());
		for (String value : Objects.requireNonNull(this.kinds.get(this.results.machine().kind())).values().keySet()) {
			row(table, value, (figures) -> figures.values().getOrDefault(value, ""));
		}
		return """
				## Kinds of processors
				The same command on others. Each run leaves the figures of its kind in `target/bench/results`; those in
				`src/bench/results` are taken into this page. The rest of the page is about the machine above.

				%s""".formatted(table);
	}

	private void row(Table table, String name, Function<Figures, String> cell) {
		table.row(Stream.concat(Stream.of(name), this.kinds.values().stream().map(cell)).toArray(String[]::new));
	}

	private String http() {
		return """
				## Over HTTP
				![Images per second by connections](performance.svg)

				A DCGAN generator of 64x64 pictures in colour (nf 64, random weights), asked for one picture as PNG by
				each of so many connections, again and again. The clients run on the same cores as the servers, which
				take turns in %d rounds of %d s; each figure is the median of the rounds, each ratio the median of
				ratios within a round. All servers were warmed up for %d s of load.

				%s

				- The *raw limit* is what ONNX Runtime alone generates with the graph that Eidolon serves: one caller for
				  each core, no requests, no PNG.
				- *Core-ms* is the processor time of the server for each picture, of all cores together.
				- `GET /models/dcgan` says how the model is served: `%s`.

				%s""".formatted(this.results.rounds().size() / Plan.CONNECTIONS.length, this.results.secondsASlice(),
				this.results.secondsOfWarmUp(), service(), this.results.serving(), this.results.node().isEmpty() ? NO_NODE : node());
	}

	private String service() {
		Table table = new Table("connections", "raw limit, images/s", "images/s", "of the limit", "p50, ms", "p99, ms",
				"p99 / p50", "core-ms");
		for (int connections : Plan.CONNECTIONS) {
			List<Round> rounds = this.results.rounds(connections);
			table.row(Integer.toString(connections), number("%.0f", Medians.of(rounds, Round::rawLimit)),
					number("%.0f", Medians.of(rounds, (round) -> round.eidolon().load().perSecond())),
					number("**%.0f %%**", 100 * Medians.of(rounds, Round::ofTheLimit)),
					number("%.2f", Medians.of(rounds, (round) -> round.eidolon().load().p50())),
					number("%.2f", Medians.of(rounds, (round) -> round.eidolon().load().p99())),
					number("**%.2f**", Medians.of(rounds, (round) -> round.eidolon().load().spread())),
					number("%.2f", Medians.of(rounds, (round) -> round.eidolon().processorMillis())));
		}
		return table.toString();
	}

	private String node() {
		Table table = new Table("connections", "Eidolon, images/s", "Node, images/s", "ratio", "Node p50, ms",
				"p99, ms", "p99 / p50", "core-ms");
		for (int connections : Plan.CONNECTIONS) {
			List<Round> rounds = this.results.rounds(connections);
			List<Measured> node = rounds.stream().map(Round::node).flatMap(Stream::ofNullable).toList();
			table.row(Integer.toString(connections),
					number("%.0f", Medians.of(rounds, (round) -> round.eidolon().load().perSecond())),
					number("%.0f", Medians.of(node, (peer) -> peer.load().perSecond())),
					number("**%.2f**", Medians.of(rounds, Round::timesNode)),
					number("%.2f", Medians.of(node, (peer) -> peer.load().p50())),
					number("%.2f", Medians.of(node, (peer) -> peer.load().p99())),
					number("%.2f", Medians.of(node, (peer) -> peer.load().spread())),
					number("%.2f", Medians.of(node, Measured::processorMillis)));
		}
		StringBuilder settings = new StringBuilder();
		this.results.node()
			.forEach((connections, chosen) -> settings
				.append("- from %d connection%s on: %s%n".formatted(connections, (connections == 1) ? "" : "s", chosen)));
		return """
				### Beside a Node server
				fastify, onnxruntime-node and sharp, in `src/bench/node`, serve the same model with the graph as PyTorch
				exports it. Eight settings were tried at the start, and the best used:

				%s
				%s""".formatted(settings, table);
	}

	private String interference() {
		Interference all = this.results.interference();
		Table table = new Table("meanwhile", "p50, ms", "p99, ms", "p99 / quiet p99");
		table.row("nothing", number("%.2f", all.quiet().p50()), number("%.2f", all.quiet().p99()), "");
		table.row("another client asks for 64 pictures at once, again and again", number("%.2f", all.besideMany().p50()),
				number("%.2f", all.besideMany().p99()), number("**%.2f**", all.besideManyRatio()));
		table.row("the model is replaced every few seconds, %d times".formatted(all.swaps()),
				number("%.2f", all.swapping().p50()), number("%.2f", all.swapping().p99()),
				number("**%.2f**", all.swappingRatio()));
		return """
				### Beside other work
				Single pictures at 8 connections, while something else goes on. No request is lost meanwhile: any answer
				but a picture ends the benchmark.

				%s

				### A picture asked for again
				Answers are kept in memory (`eidolon.answers.kept`): the same picture, asked for at 8 connections again
				and again, comes %s times a second, where other pictures each time come %s times: **%s times** as often.""".formatted(
				table, number("%.0f", all.again().perSecond()), number("%.0f", all.quiet().perSecond()),
				number("%.1f", all.againRatio()));
	}

	private String replicas() {
		Replicas replicas = this.results.replicas();
		return """
				### Several processes
				As many processes as cores, each with one of them (`%s`) and a part of 8 connections, generate %s pictures
				a second together, and one process with all cores and connections %s: **%s times** as many.""".formatted(
				Replicas.ONE_CORE, number("%.0f", replicas.several()), number("%.0f", replicas.one()),
				number("%.2f", replicas.ratio()));
	}

	private String tasks() {
		Table table = new Table("what is asked for", "p50, ms", "slowest, ms");
		this.results.tasks()
			.latencies()
			.forEach((name, latency) -> table.row(name, number("%.0f", latency.p50()), number("%.0f", latency.slowest())));
		return """
				## What takes longer than a picture
				Of the shipped models, one request after the other, nothing beside it.

				%s

				A job of `peeps` makes %s pictures a second, archives and their sums included.""".formatted(table,
				number("%.0f", this.results.tasks().jobPerSecond()));
	}

	private String graphs() {
		Table table = new Table("model", "batch", "as exported, µs a picture", "rewritten, µs", "ratio", "int8, µs",
				"ratio");
		for (BenchModel model : BenchModel.values()) {
			for (int batch : new int[] { 1, 4, 16 }) {
				double exported = graph(batch, GraphForm.AS_EXPORTED, model);
				double rewritten = graph(batch, GraphForm.REWRITTEN, model);
				double int8 = graph(batch, GraphForm.INT8, model);
				table.row(model.name().toLowerCase(Locale.ROOT), Integer.toString(batch),
						number("%.0f", exported / batch), number("%.0f", rewritten / batch),
						number("**%.2f**", exported / rewritten), number("%.0f", int8 / batch),
						number("**%.2f**", exported / int8));
			}
		}
		return """
				## Graphs
				A run of the session on one thread, by JMH: the DCGAN above, and a generator of nearest-neighbour
				upsampling and 3x3 convolutions, and a residual one as the trainer has it (nf 32 both). Ratios are to the
				graph as exported.

				%s""".formatted(table);
	}

	private double graph(int batch, GraphForm form, BenchModel model) {
		return this.results.micros("GraphBenchmark.run", batch, form, model);
	}

	private String gradients() {
		TorchPeer torch = this.results.torch();
		Table table = new Table("model", "batch", "image, µs a picture", "image, loss and gradient, µs", "ratio",
				"PyTorch, µs", "PyTorch / Eidolon");
		for (BenchModel model : BenchModel.values()) {
			for (int batch : new int[] { 1, 16 }) {
				double image = graph(batch, GraphForm.AS_EXPORTED, model) / batch;
				double gradient = this.results.micros("GradientBenchmark.run", batch, model) / batch;
				table.row(model.name().toLowerCase(Locale.ROOT), Integer.toString(batch), number("%.0f", image),
						number("%.0f", gradient), number("%.2f", gradient / image),
						number("%.0f", torch.micros(model, batch) / batch),
						number("**%.2f**", torch.micros(model, batch) / batch / gradient));
			}
		}
		return """
				## Gradients
				What a step of a search costs beside a picture of the graph as exported, on one thread, by JMH, and beside
				PyTorch's autograd (%s) of the same generator, by `src/bench/training/gradient.py`, right afterwards.

				%s

				The encoder of `peeps` guesses a latent in %s µs, and 16 of them in %s µs each.""".formatted(
				torch.version().isEmpty() ? "there is none on this machine" : torch.version(), table,
				number("%.0f", this.results.micros("LatentEncoderBenchmark.run", 1)),
				number("%.0f", this.results.micros("LatentEncoderBenchmark.run", 16) / 16));
	}

	private String encoders() {
		Table table = new Table("encoder", "µs", "ImageIO, µs", "ratio");
		for (String format : List.of("png", "jpeg")) {
			row(table, format.toUpperCase(Locale.ROOT), format, format);
		}
		row(table, "JPEG without libturbojpeg", "jpegWithoutLibrary", "jpeg");
		table.row("WebP, lossless", number("%.0f", this.results.micros("EncoderBenchmark.webp")), "", "");
		return """
				## Encoders
				A picture of `peeps`, 64x64 in colour, on one thread, by JMH. ImageIO is `ImageIO.write` as it is.

				%s""".formatted(table);
	}

	private void row(Table table, String name, String encoder, String format) {
		double own = this.results.micros("EncoderBenchmark." + encoder);
		double imageIo = this.results.micros("EncoderBenchmark.%sOfImageIo".formatted(format));
		table.row(name, number("%.0f", own), number("%.0f", imageIo), number("**%.1f**", imageIo / own));
	}

	private String batcher() {
		Table table = new Table("callers", "µs from submission to result");
		table.row("1", number("%.1f", this.results.micros("BatcherBenchmark.oneCaller")));
		table.row("8", number("%.1f", this.results.micros("BatcherBenchmark.eightCallers")));
		return """
				## Batcher
				The way of an item through the batcher when there is no work to do, by JMH.

				%s""".formatted(table);
	}

	private String start() {
		StartTime start = this.results.start();
		return """
				## Start
				From the start of the process to the first picture, with the shipped models: %s s as one jar, %s s
				as in the image, **%s times** as fast: extracted, with the beans that Spring put together when it was
				built, and with what an earlier run loaded, learned (JEP 514 and 515) and found out of the models:

				```sh
				export EIDOLON_INFERENCE_PLANS=eidolon/plans
				java -Djarmode=tools -jar eidolon.jar extract --destination eidolon
				java -XX:AOTCacheOutput=eidolon/eidolon.aot -Dspring.aot.enabled=true -jar eidolon/eidolon.jar  # ask for some pictures, then end it
				java -XX:AOTCache=eidolon/eidolon.aot -Dspring.aot.enabled=true -jar eidolon/eidolon.jar
				```

				%s""".formatted(number("%.1f", start.fatJar()), number("%.1f", start.extracted()),
				number("%.1f", start.fatJar() / start.extracted()), read(START_PROFILE));
	}

	private String profile() {
		return "### Where the time of a picture goes\n" + read(PROFILE);
	}

	private String training() {
		return """
				## Training
				```sh
				JAVA=/path/to/jdk-25/bin/java python3 src/bench/training/compare.py target/eidolon-0.1.0-SNAPSHOT-training.jar
				```

				needs PyTorch and about ten minutes. What it measured is taken into this page by the command above.

				""" + read(TRAINING);
	}

	private static String read(Path file) {
		try {
			return Files.readString(file).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String number(String format, double value) {
		return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
	}

}
