package io.eidolon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds alerts, dashboards and pages to meters that exist, and meters to being named. */
@ServiceTest
@Timeout(60)
class MeterNamesTests {

	/** Those of the service, and those of others that it relies on. */
	private static final Pattern NAME = Pattern.compile("\\b(?:eidolon|http_server|jvm_memory|process_cpu)_[a-z_]+");

	/** What Prometheus makes of one meter. */
	private static final Pattern SERIES = Pattern.compile("_(count|sum|bucket|max|total)$");

	/** There only where models come from an object store. */
	private static final Set<String> OF_STORES = Set.of("eidolon_store_age_seconds");

	@Autowired
	MeterRegistry meters;

	@BeforeEach
	void makeAPicture(@LocalServerPort int port) {
		assertThat(new RunningService(port).get("/models/peeps/samples/7.png").statusCode()).isEqualTo(200);
	}

	@Test
	void whatAlertsDashboardsAndPagesAskForIsThere() throws InterruptedException {
		Set<String> asked = named(Path.of("helm/eidolon/files"), Path.of("deploy"), Path.of("docs/operations.md"));
		assertThat(asked).hasSizeGreaterThan(15);
		asked.removeAll(OF_STORES);
		while (!present().contains("http_server_requests_seconds")) {
			// It is counted just after it was answered.
			Thread.sleep(10);
		}
		assertThat(present()).containsAll(asked);
	}

	@Test
	void whatThereIsIsExplainedToOperators() {
		Set<String> own = new TreeSet<>(present());
		own.removeIf((name) -> !name.startsWith("eidolon_"));
		assertThat(named(Path.of("docs/operations.md"))).containsAll(own);
	}

	private Set<String> present() {
		PrometheusNamingConvention convention = new PrometheusNamingConvention();
		return this.meters.getMeters()
			.stream()
			.map((meter) -> meter.getId().getConventionName(convention))
			.collect(Collectors.toSet());
	}

	private static Set<String> named(Path... places) {
		return Stream.of(places)
			.flatMap(MeterNamesTests::files)
			.map(MeterNamesTests::read)
			.flatMap((text) -> NAME.matcher(text).results().map(MatchResult::group))
			.map((name) -> SERIES.matcher(name).replaceFirst(""))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Stream<Path> files(Path place) {
		try (Stream<Path> all = Files.walk(place)) {
			return all.filter(Files::isRegularFile).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
