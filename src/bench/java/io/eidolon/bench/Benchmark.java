package io.eidolon.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Measures everything and writes results, page and plot. */
final class Benchmark {

	private Benchmark() {
	}

	static void main() throws Exception {
		Plan plan = Plan.ofSystemProperties();
		Files.createDirectories(plan.output());
		HttpBenchmark http = new HttpBenchmark(plan);
		List<Round> rounds = http.run();
		Map<Integer, String> node = new TreeMap<>();
		http.chosen().forEach((connections, settings) -> node.put(connections, settings.toString()));
		Tasks tasks = Tasks.measure(plan);
		StartTime start = StartTime.measure(plan);
		Map<String, Double> micros = PartsBenchmark.run(plan);
		TorchPeer torch = TorchPeer.measure(plan);
		Results results = new Results(LocalDate.now(), plan.quick(), Machine.current(),
				plan.slice().toSeconds(), plan.warmUp().toSeconds(), http.serving(), rounds, node, http.interference(), http.replicas(), tasks, micros, torch, start);
		JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
		Files.writeString(plan.output().resolve("results.json"), json.writeValueAsString(results));
		Figures figures = Figures.of(results);
		figures.write(plan.output().resolve("results"));
		Path page = plan.output().resolve("performance.md");
		Files.writeString(page, new PerformancePage(results, figures.withKept()).text());
		Files.writeString(plan.output().resolve("performance.svg"), new ThroughputPlot(rounds).svg());
		System.out.println(Files.readString(page));
	}

}
