package io.eidolon.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The gradients of a search by PyTorch.
 *
 * @param version PyTorch's, empty where there is none
 * @param micros microseconds a run, on one thread, by model and batch
 */
record TorchPeer(String version, Map<String, Double> micros) {

	private static final TorchPeer NONE = new TorchPeer("", Map.of());

	/**
	 * Measures with the Python of the setting {@code bench.python}.
	 * @return without a version when this machine has no Python with PyTorch
	 */
	static TorchPeer measure(Plan plan) throws InterruptedException {
		try {
			Process process = new ProcessBuilder(System.getProperty("bench.python", "python3"),
					"src/bench/training/gradient.py", Double.toString(plan.slice().toMillis() / 1000.0))
				.redirectError(ProcessBuilder.Redirect.INHERIT)
				.start();
			List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
				.toList();
			return (process.waitFor() == 0) ? parse(lines) : NONE;
		}
		catch (IOException ex) {
			return NONE; // there is no such program
		}
	}

	private static TorchPeer parse(List<String> lines) {
		Map<String, Double> micros = new HashMap<>();
		for (String line : lines.subList(1, lines.size())) {
			int number = line.lastIndexOf(' ');
			micros.put(line.substring(0, number), Double.parseDouble(line.substring(number + 1)));
		}
		return new TorchPeer(lines.getFirst(), micros);
	}

	/** Microseconds a run, NaN where they were not measured. */
	double micros(BenchModel model, int batch) {
		return this.micros.getOrDefault("%s %d".formatted(model, batch), Double.NaN);
	}

}
