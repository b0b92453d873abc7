package io.eidolon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Where the figures come from.
 *
 * @param processor its model, and its widest vector instructions where the system tells them
 * @param cores how many the benchmark may use
 * @param system the operating system
 * @param java the virtual machine
 */
record Machine(String processor, int cores, String system, String java) {

	/** Flag of the kernel -> the vector instructions on which ratios depend, widest first. */
	private static final SequencedMap<String, String> VECTORS = vectors();

	static Machine current() throws IOException {
		return new Machine(processorName(), Runtime.getRuntime().availableProcessors(),
				"%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version")),
				"%s %s".formatted(System.getProperty("java.vendor"), System.getProperty("java.runtime.version")));
	}

	private static String processorName() throws IOException {
		Path facts = Path.of("/proc/cpuinfo");
		if (!Files.isReadable(facts)) {
			return System.getProperty("os.arch");
		}
		List<String> lines = Files.readAllLines(facts);
		String name = value(lines, "model name").orElse(System.getProperty("os.arch"));
		List<String> flags = List.of(value(lines, "flags").orElse("").split(" "));
		return VECTORS.entrySet()
			.stream()
			.filter((vectors) -> flags.contains(vectors.getKey()))
			.findFirst()
			.map((vectors) -> "%s (%s)".formatted(name, vectors.getValue()))
			.orElse(name);
	}

	private static SequencedMap<String, String> vectors() {
		SequencedMap<String, String> vectors = new LinkedHashMap<>();
		vectors.put("avx512_bf16", "AVX-512 with bf16");
		vectors.put("avx512f", "AVX-512");
		vectors.put("avx2", "AVX2");
		return vectors;
	}

	private static Optional<String> value(List<String> lines, String key) {
		return lines.stream()
			.filter((line) -> line.startsWith(key))
			.map((line) -> line.substring(line.indexOf(':') + 1).strip())
			.findFirst();
	}

}
