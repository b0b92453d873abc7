package io.eidolon.training.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

import io.eidolon.training.loop.Progress;
import io.eidolon.training.loop.StepMeans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsFileTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void aReportIsARow() throws IOException {
		MetricsFile metrics = new MetricsFile(this.folder);
		metrics.startAt(0);
		metrics.append(progress(50), 150.25);
		assertThat(lines()).containsExactly("step,seconds,images_per_second,j_d,j_g,d_x,d_gz",
				"50,5.0,150.3,0.50000,1.25000,0.75000,0.12500");
	}

	@Test
	void aResumedRunDropsTheRowsItWillWriteAgain() throws IOException {
		MetricsFile metrics = new MetricsFile(this.folder);
		metrics.startAt(0);
		metrics.append(progress(50), 150);
		metrics.append(progress(100), 150);
		Files.writeString(this.folder.resolve("metrics.csv"), "150,15.0,1", StandardOpenOption.APPEND);
		metrics.startAt(50);
		assertThat(lines()).hasSize(2).last().asString().startsWith("50,");
	}

	@Test
	void aNewRunStartsAnew() throws IOException {
		MetricsFile metrics = new MetricsFile(this.folder);
		metrics.startAt(0);
		metrics.append(progress(50), 150);
		metrics.startAt(0);
		assertThat(lines()).hasSize(1);
	}

	private static Progress progress(long step) {
		return new Progress(step, Duration.ofMillis(100 * step), new StepMeans(0.5, 1.25, 0.75, 0.125));
	}

	private List<String> lines() throws IOException {
		return Files.readAllLines(this.folder.resolve("metrics.csv"));
	}

}
