package io.eidolon.training.metrics;

import java.nio.file.Path;
import java.util.Locale;

import io.eidolon.training.loop.Progress;
import io.eidolon.training.loop.StepMeans;

/** {@code metrics.csv}: one row per report, for plots. */
final class MetricsFile {

	private final StepTable table;

	MetricsFile(Path folder) {
		this.table = new StepTable(folder.resolve("metrics.csv"), "step,seconds,images_per_second,j_d,j_g,d_x,d_gz");
	}

	/** Starts the file, or drops the rows that a resumed run will write again. */
	void startAt(long step) {
		this.table.startAt(step);
	}

	void append(Progress progress, double imagesPerSecond) {
		StepMeans means = progress.last();
		this.table.append(String.format(Locale.ROOT, "%s,%.1f,%.1f,%.5f,%.5f,%.5f,%.5f", progress.step(),
				progress.elapsed().toMillis() / 1000.0, imagesPerSecond, means.discriminatorLoss(),
				means.generatorLoss(), means.real(), means.fake()));
	}

}
