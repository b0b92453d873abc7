package io.eidolon.training.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** One column of the CSV file that lies beside the pictures. */
final class LabelColumn {

	private final Path root;

	private final Map<String, String> labels;

	private LabelColumn(Path root, Map<String, String> labels) {
		this.root = root;
		this.labels = labels;
	}

	static LabelColumn read(Path root, String column) throws IOException {
		CsvTable table = CsvTable.read(only(root));
		table.require(column);
		Map<String, String> labels = new HashMap<>();
		for (CSVRecord row : table.rows()) {
			String label = CsvTable.value(row, column);
			if (!label.isEmpty()) {
				labels.put(CsvTable.picture(row), label);
			}
		}
		return new LabelColumn(root, labels);
	}

	private static Path only(Path root) throws IOException {
		List<Path> found = CsvTable.in(root);
		if (found.size() != 1) {
			throw new DataException(
					"%s must hold one CSV file to take labels from, not %s".formatted(root, found.size()));
		}
		return found.getFirst();
	}

	@Nullable String of(Path file) {
		return this.labels.get(this.root.relativize(file).toString());
	}

}
