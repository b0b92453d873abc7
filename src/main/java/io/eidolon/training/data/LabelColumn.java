package io.eidolon.training.data;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * One column of the CSV file that lies beside the pictures. Its first column names the
 * file, relative to the CSV file.
 */
final class LabelColumn {

	private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

	private final Path root;

	private final Map<String, String> labels;

	private LabelColumn(Path root, Map<String, String> labels) {
		this.root = root;
		this.labels = labels;
	}

	static LabelColumn read(Path root, String column) throws IOException {
		Path csv = only(root);
		Map<String, String> labels = new HashMap<>();
		try (Reader reader = Files.newBufferedReader(csv); CSVParser parser = FORMAT.parse(reader)) {
			if (!parser.getHeaderNames().contains(column)) {
				throw new DataException(
						"%s has no column %s; it has %s".formatted(csv, column, parser.getHeaderNames()));
			}
			for (CSVRecord row : parser) {
				String label = row.isSet(column) ? row.get(column).strip() : "";
				if (!label.isEmpty()) {
					labels.put(row.get(0), label);
				}
			}
		}
		return new LabelColumn(root, labels);
	}

	private static Path only(Path root) throws IOException {
		try (Stream<Path> entries = Files.list(root)) {
			List<Path> found = entries.filter((path) -> path.toString().endsWith(".csv")).toList();
			if (found.size() != 1) {
				throw new DataException(
						"%s must hold one CSV file to take labels from, not %d".formatted(root, found.size()));
			}
			return found.getFirst();
		}
	}

	@Nullable String of(Path file) {
		return this.labels.get(this.root.relativize(file).toString());
	}

}
