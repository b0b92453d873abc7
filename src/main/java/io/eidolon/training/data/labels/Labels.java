package io.eidolon.training.data.labels;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.eidolon.training.data.files.DataException;
import io.eidolon.training.data.files.FileTrees;
import io.eidolon.training.data.files.StoredFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The labels of pictures.
 *
 * @param names one for each picture, null for those that have none
 * @param classes the names of the labels in natural order, empty when all are the same
 */
public record Labels(List<@Nullable String> names, List<String> classes) {

	private static final Logger logger = LoggerFactory.getLogger(Labels.class);

	private static final String SIDECAR = "cls";

	private static final String SHARD = "^[^/]*\\.tar/";

	/**
	 * Finds the labels of pictures.
	 * @param origin the folder or the archive that they are in
	 * @param root the folder in it below which folders are classes
	 * @param others the files that are no pictures
	 * @throws DataException when a column or a pattern fits no picture
	 */
	public static Labels find(LabelSettings settings, Path origin, String root, List<StoredFile> pictures,
			List<StoredFile> others) throws IOException {
		if (settings.pattern() != null) {
			return of(byPattern(new NamePattern(settings.pattern(), settings.column()), pictures));
		}
		if (settings.column() != null) {
			PictureNames names = new PictureNames(origin, pictures.stream().map(StoredFile::path).toList());
			return of(LabelColumn.read(tables(settings.column(), names, origin, others), settings.column(), names));
		}
		if (others.stream().anyMatch((file) -> file.extension().equals(SIDECAR))) {
			return of(bySidecar(pictures, others));
		}
		return of(pictures.stream().map((file) -> folder(root, file)).toArray(String[]::new));
	}

	private static Labels of(@Nullable String[] names) {
		List<String> distinct = Arrays.stream(names)
			.filter(Objects::nonNull)
			.distinct()
			.sorted(NaturalOrder.INSTANCE)
			.toList();
		// What is said of every picture tells none from another
		return new Labels(Arrays.asList(names), (distinct.size() > 1) ? distinct : List.of());
	}

	private static @Nullable String[] byPattern(NamePattern pattern, List<StoredFile> pictures) {
		@Nullable String[] labels = pictures.stream().map(pattern::label).toArray(String[]::new);
		if (Arrays.stream(labels).allMatch(Objects::isNull)) {
			throw new DataException("label-pattern (%s) fits no file name, such as %s".formatted(pattern,
					pictures.stream().findFirst().map(StoredFile::name).orElse("?")));
		}
		return labels;
	}

	/** The tables in the folder, or those above it where none has the column. */
	private static List<Table> tables(String column, PictureNames names, Path origin, List<StoredFile> others)
			throws IOException {
		List<Table> inside = read(others);
		if (inside.stream().anyMatch((table) -> table.indexOf(column) >= 0)) {
			return inside;
		}
		List<Table> above = read(FileTrees.above(origin, Table.EXTENSIONS)).stream()
			.filter((table) -> Arrays.stream(table.pictures(names)).anyMatch((picture) -> picture >= 0))
			.toList();
		if (inside.isEmpty() && above.isEmpty()) {
			throw new DataException(
					"%s holds no CSV, TSV or TXT file with a column %s that names its pictures; labels in the names of files need label-pattern"
						.formatted(origin, column));
		}
		return Stream.concat(inside.stream(), above.stream()).toList();
	}

	private static List<Table> read(List<StoredFile> files) {
		List<Table> tables = new ArrayList<>();
		for (StoredFile file : files) {
			if (Table.EXTENSIONS.contains(file.extension())) {
				try {
					tables.add(TableReader.read(file));
				}
				// A text beside the pictures need not be a table
				catch (IOException ex) {
					logger.warn("Passed over a table: {}", ex.getMessage());
				}
			}
		}
		return tables;
	}

	/** WebDataset keeps a class in a file beside the picture. */
	private static @Nullable String[] bySidecar(List<StoredFile> pictures, List<StoredFile> others) throws IOException {
		Map<String, String> labels = new HashMap<>();
		for (StoredFile file : others) {
			if (file.extension().equals(SIDECAR)) {
				labels.put(file.stem(), new String(file.read(), StandardCharsets.UTF_8).strip());
			}
		}
		return pictures.stream().map((file) -> labels.get(file.stem())).toArray(String[]::new);
	}

	/** The first folder below the root, as in torchvision's ImageFolder. */
	private static @Nullable String folder(String root, StoredFile file) {
		String below = root.isEmpty() ? file.path() : file.path().substring(root.length() + 1);
		below = below.replaceFirst(SHARD, "");
		int slash = below.indexOf('/');
		return (slash < 0) ? null : below.substring(0, slash);
	}

	/** The index of each picture's label, 0 for none. */
	public int[] indexes() {
		Map<String, Integer> indexes = new HashMap<>();
		this.classes.forEach((name) -> indexes.put(name, indexes.size()));
		return this.names.stream().mapToInt((name) -> (name != null) ? indexes.getOrDefault(name, 0) : 0).toArray();
	}

	/** The same for some of the pictures. */
	public Labels ofSome(int[] pictures) {
		return of(IntStream.of(pictures).mapToObj(this.names::get).toArray(String[]::new));
	}

}
