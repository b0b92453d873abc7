package io.eidolon.training.metrics;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.eidolon.modelcard.WholeFile;

/**
 * {@code commands.txt}: the arguments that a run was started with, and those of each
 * resume with the step that it went on from.
 */
final class CommandLog {

	private static final String RESUME = "--resume";

	private final Path file;

	private final List<String> arguments;

	private final String command;

	CommandLog(Path folder, List<String> arguments) {
		this.file = folder.resolve("commands.txt");
		this.arguments = arguments;
		this.command = arguments.stream()
			.map((argument) -> argument.contains(" ") ? "\"" + argument + "\"" : argument)
			.collect(Collectors.joining(" "));
	}

	/** The command that goes on with the run, for a shell. */
	String resume() {
		String classPath = System.getProperty("java.class.path", "");
		String jar = (classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)) ? classPath
				: "eidolon-training.jar";
		Stream<String> command = Stream.of("java", "-jar", jar);
		Stream<String> given = this.arguments.stream().filter((argument) -> !argument.startsWith(RESUME));
		return Stream.of(command, given, Stream.of(RESUME))
			.flatMap((part) -> part)
			.map(CommandLog::quoted)
			.collect(Collectors.joining(" "));
	}

	private static String quoted(String argument) {
		return argument.matches("[\\w./:=,+@%-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
	}

	void startAt(long step) {
		try {
			if (step == 0) {
				WholeFile.write(this.file, line(this.command));
			}
			else {
				WholeFile.append(this.file, line("from step %s: %s".formatted(step, this.command)));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] line(String text) {
		return (text + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
	}

	/** Returns the commands of the run so far, in one line. */
	String text() {
		try {
			return String.join("; ", Files.readAllLines(this.file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
