package io.eidolon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where the figures come from.
 *
 * @param processor its model
 * @param cores how many the benchmark may use
 * @param system the operating system
 * @param java the virtual machine
 */
record Machine(String processor, int cores, String system, String java) {

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
		try (Stream<String> lines = Files.lines(facts)) {
			return lines.filter((line) -> line.startsWith("model name"))
				.map((line) -> line.substring(line.indexOf(':') + 1).strip())
				.findFirst()
				.orElse(System.getProperty("os.arch"));
		}
	}

}
