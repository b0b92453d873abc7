package io.eidolon.inference.plan;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import io.eidolon.inference.onnx.RuntimeVersion;
import io.eidolon.modelcard.Sha256;

import org.springframework.boot.system.ApplicationHome;

/** All but the model that decides which form of its graph serves best. */
final class Circumstances {

	/** What the kernel calls that of a processor which decides how fast it computes. */
	private static final List<String> PROCESSOR = List.of("model name", "flags", "CPU part", "Features");

	private static final String CODE = "io/eidolon/";

	private Circumstances() {
	}

	/** Those of this process; empty where it does not run from a jar. */
	static Optional<String> current() {
		File jar = new ApplicationHome(Circumstances.class).getSource();
		if (jar == null || !jar.isFile()) {
			return Optional.empty();
		}
		try {
			return Optional.of("%s, ONNX Runtime %s, %s".formatted(code(jar), RuntimeVersion.get(),
					processor(Path.of("/proc/cpuinfo"))));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	/** The sum of the sums of Eidolon's classes. */
	static String code(File jar) throws IOException {
		try (ZipFile entries = new ZipFile(jar)) {
			return Sha256.hex(entries.stream()
				.filter((entry) -> entry.getName().contains(CODE))
				.map((entry) -> entry.getName() + entry.getCrc())
				.sorted()
				.collect(Collectors.joining()));
		}
	}

	/** The first processor; where the system does not tell, its architecture. */
	static String processor(Path facts) throws IOException {
		if (!Files.isReadable(facts)) {
			return System.getProperty("os.name") + " " + System.getProperty("os.arch");
		}
		try (Stream<String> lines = Files.lines(facts)) {
			return lines.takeWhile((line) -> !line.isBlank())
				.filter((line) -> PROCESSOR.stream().anyMatch(line::startsWith))
				.collect(Collectors.joining(", "));
		}
	}

}
