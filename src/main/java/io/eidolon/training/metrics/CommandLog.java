package io.eidolon.training.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code commands.txt}: the arguments that a run was started with, and those of each
 * resume with the step that it went on from.
 */
final class CommandLog {

	private final Path file;

	private final String command;

	CommandLog(Path folder, List<String> arguments) {
		this.file = folder.resolve("commands.txt");
		this.command = arguments.stream()
			.map((argument) -> argument.contains(" ") ? "\"" + argument + "\"" : argument)
			.collect(Collectors.joining(" "));
	}

	void startAt(long step) {
		try {
			if (step == 0) {
				Files.writeString(this.file, this.command + System.lineSeparator());
			}
			else {
				Files.writeString(this.file, "from step %s: %s%n".formatted(step, this.command),
						StandardOpenOption.CREATE, StandardOpenOption.APPEND);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
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
