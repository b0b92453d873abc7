package io.eidolon.training.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

import io.eidolon.training.loop.Progress;
import io.eidolon.training.loop.StepMeans;

/** {@code metrics.csv}: one row per report, for plots. */
final class MetricsFile {

	private static final String HEADER = "step,seconds,images_per_second,j_d,j_g,d_x,d_gz";

	private final Path file;

	MetricsFile(Path folder) {
		this.file = folder.resolve("metrics.csv");
	}

	/** Starts the file, or drops the rows that a resumed run will write again. */
	void startAt(long step) {
		try {
			List<String> kept = (step > 0 && Files.exists(this.file)) ? Files.readAllLines(this.file)
				.stream()
				.filter((row) -> row.equals(HEADER) || stepOf(row) <= step)
				.toList() : List.of(HEADER);
			Files.write(this.file, kept);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	// The last row of a run that was killed may have been cut short.
	private static long stepOf(String row) {
		String[] values = row.split(",");
		return (values.length == HEADER.split(",").length) ? Long.parseLong(values[0]) : Long.MAX_VALUE;
	}

	void append(Progress progress, double imagesPerSecond) {
		StepMeans means = progress.last();
		String row = String.format(Locale.ROOT, "%d,%.1f,%.1f,%.5f,%.5f,%.5f,%.5f%n", progress.step(),
				progress.elapsed().toMillis() / 1000.0, imagesPerSecond, means.discriminatorLoss(),
				means.generatorLoss(), means.real(), means.fake());
		try {
			Files.writeString(this.file, row, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
