package io.eidolon.training.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.eidolon.modelcard.WholeFile;

/** A CSV file of a run, whose rows start with their step. */
final class StepTable {

	private final Path file;

	private final String header;

	StepTable(Path file, String header) {
		this.file = file;
		this.header = header;
	}

	/** Starts the file, or drops the rows that a resumed run will write again. */
	void startAt(long step) {
		try {
			List<String> rows = new ArrayList<>(List.of(this.header));
			if (step > 0 && Files.exists(this.file)) {
				Files.readAllLines(this.file)
					.stream()
					.filter((row) -> !row.equals(this.header) && stepOf(row) <= step)
					.forEach(rows::add);
			}
			WholeFile.write(this.file, text(rows));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	// The last row of a run that was killed may have been cut short, and an older version
	// wrote other columns.
	private long stepOf(String row) {
		String[] values = row.split(",");
		return (values.length == this.header.split(",").length) ? Long.parseLong(values[0]) : Long.MAX_VALUE;
	}

	void append(String row) {
		try {
			WholeFile.append(this.file, text(List.of(row)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] text(List<String> rows) {
		return rows.stream()
			.map((row) -> row + System.lineSeparator())
			.collect(Collectors.joining())
			.getBytes(StandardCharsets.UTF_8);
	}

}
