package io.eidolon.training.metrics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.eidolon.modelcard.WholeFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code index.html} in the folder of a run: its curves and its sample sheets in one file
 * that needs nothing else. A browser that shows it reads it anew while the run goes on.
 */
final class RunPage {

	static final String FILE = "index.html";

	private static final String TEMPLATE = "/io/eidolon/training/run.html";

	/** Sheets and rows that the page holds at most, spread evenly over the run. */
	private static final int MOST_SHEETS = 24;

	private static final int MOST_ROWS = 800;

	private final Path folder;

	private final String model;

	private final String resume;

	private final InstantSource clock;

	/**
	 * Makes the page of a run of a model.
	 * @param resume the command that goes on with it
	 */
	RunPage(Path folder, String model, String resume, InstantSource clock) {
		this.folder = folder;
		this.model = model;
		this.resume = resume;
		this.clock = clock;
	}

	/** Writes the page from the files of the run. */
	void write(RunState state) {
		try {
			Map<String, Object> run = new LinkedHashMap<>();
			run.put("model", this.model);
			run.put("state", state.words());
			run.put("ended", state.ended());
			run.put("failed", state.failed());
			run.put("written", this.clock.millis());
			run.put("step", state.step());
			run.put("elapsed", state.elapsed().toSeconds());
			run.put("left", state.left().toSeconds());
			run.put("speed", state.imagesPerSecond());
			run.put("metrics", rows(this.folder.resolve("metrics.csv")));
			run.put("quality", rows(this.folder.resolve("quality.csv")));
			run.put("sheets", sheets());
			run.put("recipe", recipe());
			run.put("resume", this.resume);
			// Nothing in the data can end the script that it stands in
			String json = JsonMapper.shared().writeValueAsString(run).replace("<", "\\u003c");
			WholeFile.write(this.folder.resolve(FILE),
					template().replace("{{run}}", json).getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String template() throws IOException {
		try (InputStream in = RunPage.class.getResourceAsStream(TEMPLATE)) {
			if (in == null) {
				throw new IOException(TEMPLATE + " is missing");
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/** The header of a table, and then its rows. */
	private static List<List<String>> rows(Path table) throws IOException {
		if (!Files.exists(table)) {
			return List.of();
		}
		List<List<String>> lines = Files.readAllLines(table).stream().map((line) -> List.of(line.split(","))).toList();
		if (lines.isEmpty()) {
			return List.of();
		}
		List<List<String>> rows = new ArrayList<>(lines.subList(0, 1));
		// The last row of a run that was killed may have been cut short
		rows.addAll(spread(lines.stream().skip(1).filter((row) -> row.size() == lines.getFirst().size()).toList(),
				MOST_ROWS));
		return rows;
	}

	/** The settings of the run, as they were written down. */
	private String recipe() throws IOException {
		Path file = this.folder.resolve("recipe.yaml");
		return Files.exists(file) ? Files.readString(file) : "";
	}

	private List<Sheet> sheets() throws IOException {
		Path samples = this.folder.resolve("samples");
		if (!Files.isDirectory(samples)) {
			return List.of();
		}
		List<Path> files;
		try (Stream<Path> all = Files.list(samples)) {
			files = all.filter((file) -> file.getFileName().toString().matches("\\d+\\.png")).sorted().toList();
		}
		List<Sheet> sheets = new ArrayList<>();
		for (Path file : spread(files, MOST_SHEETS)) {
			long step = Long.parseLong(file.getFileName().toString().replace(".png", ""));
			sheets.add(new Sheet(step,
					"data:image/png;base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(file))));
		}
		return sheets;
	}

	/** So many of a list, evenly, the first and the last among them. */
	static <T> List<T> spread(List<T> all, int most) {
		return (all.size() <= most) ? all
				: Stream.iterate(0, (i) -> i + 1)
					.limit(most)
					.map((i) -> all.get((int) Math.round(i * (all.size() - 1) / (most - 1.0))))
					.toList();
	}

	/**
	 * A sheet of samples.
	 *
	 * @param step the step that it is of
	 * @param picture as an address that holds its bytes
	 */
	private record Sheet(long step, String picture) {

	}

}
