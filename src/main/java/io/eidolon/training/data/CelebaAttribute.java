package io.eidolon.training.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One attribute of CelebA's {@code list_attr_celeba.txt}: a line with the number of
 * pictures, one with the names of the attributes, then per picture its file and 1 or -1
 * for each.
 *
 * @see <a href="https://mmlab.ie.cuhk.edu.hk/projects/CelebA.html">CelebA</a>
 */
final class CelebaAttribute implements Function<Path, @Nullable String> {

	private static final String FILE = "list_attr_celeba.txt";

	private final Map<String, String> labels;

	private CelebaAttribute(Map<String, String> labels) {
		this.labels = labels;
	}

	/**
	 * Finds the file beside the pictures, which is where it is distributed, or in them.
	 */
	static Optional<Path> find(Path data, Path root) {
		return Stream.of(data.toAbsolutePath().resolveSibling(FILE), root.resolve(FILE))
			.filter(Files::exists)
			.findFirst();
	}

	static CelebaAttribute read(Path file, String attribute) throws IOException {
		Map<String, String> labels = new HashMap<>();
		try (BufferedReader lines = Files.newBufferedReader(file)) {
			lines.readLine();
			List<String> names = List.of(words(Optional.ofNullable(lines.readLine()).orElse("")));
			int column = names.indexOf(attribute) + 1;
			if (column == 0) {
				throw new DataException("%s has no attribute %s; it has %s".formatted(file, attribute, names));
			}
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				String[] row = words(line);
				if (row.length == names.size() + 1) {
					labels.put(row[0], row[column].equals("1") ? attribute : "not " + attribute);
				}
			}
		}
		return new CelebaAttribute(labels);
	}

	private static String[] words(String line) {
		return line.strip().split("\\s+");
	}

	@Override
	public @Nullable String apply(Path picture) {
		return this.labels.get(picture.getFileName().toString());
	}

}
