package io.eidolon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the figures come from.
 *
 * @param processor its model
 * @param kind its widest vector instructions, or where the system does not tell them its architecture
 * @param cores how many the benchmark may use
 * @param system the operating system
 * @param java the virtual machine
 */
record Machine(String processor, String kind, int cores, String system, String java) {

	/** On which ratios depend, widest first. */
	private static final List<Vectors> VECTORS = List.of(new Vectors("avx512_bf16", "AVX-512 with bf16"),
			new Vectors("avx512f", "AVX-512"), new Vectors("avx2", "AVX2"));

	static Machine current() throws IOException {
		Path facts = Path.of("/proc/cpuinfo");
		List<String> lines = Files.isReadable(facts) ? Files.readAllLines(facts) : List.of();
		String architecture = System.getProperty("os.arch");
		List<String> flags = List.of(value(lines, "flags").orElse("").split(" "));
		String kind = VECTORS.stream()
			.filter((vectors) -> flags.contains(vectors.flag()))
			.map(Vectors::name)
			.findFirst()
			.orElse(architecture);
		return new Machine(value(lines, "model name").orElse(architecture), kind,
				Runtime.getRuntime().availableProcessors(),
				"%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version")),
				"%s %s".formatted(System.getProperty("java.vendor"), System.getProperty("java.runtime.version")));
	}

	private static Optional<String> value(List<String> lines, String key) {
		return lines.stream()
			.filter((line) -> line.startsWith(key))
			.map((line) -> line.substring(line.indexOf(':') + 1).strip())
			.findFirst();
	}

	/**
	 * Vector instructions.
	 *
	 * @param flag what the kernel calls them
	 * @param name what people call them
	 */
	private record Vectors(String flag, String name) {
	}

}
