package io.eidolon.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole of what the chart renders, so that a change of a template shows all that it
 * changes. What is rendered is written to target/chart; where the change is meant, it is
 * copied from there to src/test/resources/golden/chart.
 */
class ChartGoldenTests {

	private static final Path GOLDEN = Path.of("src/test/resources/golden/chart");

	private static final Path RENDERED = Path.of("target/chart");

	@ParameterizedTest
	@CsvSource({ "defaults, defaults.yaml", "everything, everything.yaml", "KEDA, keda.yaml",
			"training into the served claim, training.yaml", "jobs, jobs.yaml", "jobs in a store, jobs-store.yaml",
			"locked, locked.yaml" })
	void theChartRendersWhatItRendered(String option, String file) throws IOException {
		String rendered = Chart.NEWEST.text(Options.ALL.get(option));
		Files.createDirectories(RENDERED);
		Files.writeString(RENDERED.resolve(file), rendered);
		assertThat(rendered).as("If the change is meant: cp %s %s", RENDERED.resolve(file), GOLDEN.resolve(file))
			.isEqualTo(Files.readString(GOLDEN.resolve(file)));
	}

}
