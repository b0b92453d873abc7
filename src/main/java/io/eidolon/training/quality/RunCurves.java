package io.eidolon.training.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The CSV files of a run as plots. */
final class RunCurves {

	private static final int STEP = 0;

	private RunCurves() {
	}

	/** The losses along the run. */
	static Optional<LinePlot> losses(Path run) throws IOException {
		return plot(run.resolve("metrics.csv"), "Losses by step",
				List.of(new Column("J(D)", "j_d"), new Column("J(G)", "j_g")));
	}

	/** The Frechet distance along the run. */
	static Optional<LinePlot> distance(Path run) throws IOException {
		return plot(run.resolve("quality.csv"), "Frechet distance by step",
				List.of(new Column("distance", "frechet_distance")));
	}

	/** Precision, recall and coverage along the run. */
	static Optional<LinePlot> shares(Path run) throws IOException {
		return plot(run.resolve("quality.csv"), "Precision, recall and coverage by step",
				List.of(new Column("precision", "precision"), new Column("recall", "recall"),
						new Column("coverage", "coverage")));
	}

	/** Empty when there is no such file, or fewer than two rows in it. */
	private static Optional<LinePlot> plot(Path file, String title, List<Column> columns) throws IOException {
		if (!Files.exists(file)) {
			return Optional.empty();
		}
		List<String> lines = Files.readAllLines(file);
		List<String> header = List.of(lines.getFirst().split(","));
		List<String[]> rows = lines.stream()
			.skip(1)
			.map((line) -> line.split(","))
			.filter((row) -> row.length == header.size())
			.toList();
		if (rows.size() < 2) {
			return Optional.empty();
		}
		List<LinePlot.Series> series = new ArrayList<>();
		// Older runs have fewer columns.
		for (Column column : columns.stream().filter((one) -> header.contains(one.name())).toList()) {
			int index = header.indexOf(column.name());
			series.add(new LinePlot.Series(column.label(),
					rows.stream()
						.map((row) -> new LinePlot.Point(Double.parseDouble(row[STEP]), Double.parseDouble(row[index])))
						.toList()));
		}
		return Optional.of(new LinePlot(title, series));
	}

	/** A column, and what its line is called. */
	private record Column(String label, String name) {

	}

}
