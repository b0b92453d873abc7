package io.eidolon.training.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is said of each picture of a source, as it was written down.
 *
 * @param attributes the names of the other columns
 * @param entries one for each picture, in the order of the source
 */
record CaptionTable(List<String> attributes, List<Entry> entries) {

	private static final String CAPTION = "caption";

	/**
	 * Reads captions: from a CSV file, from the one that lies beside the pictures, or
	 * from text files that are named as the pictures are.
	 * @param csv a CSV file that lies elsewhere, or null
	 * @param columns the columns with captions; when empty, those whose names begin with
	 * "caption"
	 * @throws DataException when no picture has a caption
	 */
	static CaptionTable read(PictureSource source, @Nullable Path csv, List<String> columns) throws IOException {
		Optional<CsvTable> table = (csv != null) ? Optional.of(CsvTable.read(csv)) : beside(source);
		if (table.isPresent() && (csv != null || !columns.isEmpty() || !captionColumns(table.get()).isEmpty())) {
			return ofCsv(source, table.get(), columns);
		}
		return ofTextFiles(source);
	}

	private static Optional<CsvTable> beside(PictureSource source) throws IOException {
		List<Path> found = source.folder().isPresent() ? CsvTable.in(source.folder().get()) : List.of();
		if (found.size() > 1) {
			throw new DataException("%s has several CSV files; name the one with the captions: captions=%s"
				.formatted(source.folder().get(), found.getFirst()));
		}
		return found.isEmpty() ? Optional.empty() : Optional.of(CsvTable.read(found.getFirst()));
	}

	private static List<String> captionColumns(CsvTable table) {
		return table.columns().stream().filter((column) -> column.startsWith(CAPTION)).toList();
	}

	private static CaptionTable ofCsv(PictureSource source, CsvTable table, List<String> columns) throws IOException {
		if (columns.isEmpty() && captionColumns(table).isEmpty()) {
			table.require(CAPTION);
		}
		columns.forEach(table::require);
		List<String> captionColumns = columns.isEmpty() ? captionColumns(table) : columns;
		List<String> attributes = table.columns()
			.stream()
			.skip(1)
			.filter((column) -> !captionColumns.contains(column))
			.toList();
		Map<String, Entry> entries = new HashMap<>();
		for (CSVRecord row : table.rows()) {
			List<String> captions = captionColumns.stream()
				.flatMap((column) -> lines(CsvTable.value(row, column)).stream())
				.toList();
			entries.merge(CsvTable.picture(row),
					new Entry(captions, attributes.stream().map((column) -> CsvTable.value(row, column)).toList()),
					Entry::and);
		}
		return of(source, attributes, (name) -> entries.getOrDefault(name, Entry.NONE), table.file().toString());
	}

	private static CaptionTable ofTextFiles(PictureSource source) throws IOException {
		if (source.folder().isEmpty()) {
			throw new DataException("These pictures come without captions; name a CSV file of them: captions=...");
		}
		Path folder = source.folder().get();
		return of(source, List.of(), (name) -> {
			Path text = folder.resolve(name.replaceFirst("\\.[^./]*$", "") + ".txt");
			return Files.exists(text) ? new Entry(lines(Files.readString(text)), List.of()) : Entry.NONE;
		}, "a CSV file with a column caption, or .txt files beside the pictures, in " + folder);
	}

	private static CaptionTable of(PictureSource source, List<String> attributes, Lookup lookup, String where)
			throws IOException {
		List<Entry> entries = new ArrayList<>();
		for (int i = 0; i < source.size(); i++) {
			entries.add(lookup.entry(source.describe(i)));
		}
		if (entries.stream().allMatch((entry) -> entry.captions().isEmpty())) {
			throw new DataException("No picture, such as %s, has a caption in %s".formatted(
					IntStream.range(0, source.size()).mapToObj(source::describe).findFirst().orElse("?"), where));
		}
		return new CaptionTable(attributes, List.copyOf(entries));
	}

	private static List<String> lines(String text) {
		return text.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
	}

	/**
	 * What is said of a picture.
	 *
	 * @param captions its captions, empty when it has none
	 * @param attributes the values in the other columns of its row, if there are such
	 */
	record Entry(List<String> captions, List<String> attributes) {

		static final Entry NONE = new Entry(List.of(), List.of());

		/** A picture may have several rows, of which the first has its attributes. */
		Entry and(Entry other) {
			List<String> all = new ArrayList<>(this.captions);
			all.addAll(other.captions);
			return new Entry(List.copyOf(all), this.attributes);
		}

	}

	/** Finds what is said of a picture by the name of its file. */
	@FunctionalInterface
	private interface Lookup {

		Entry entry(String name) throws IOException;

	}

}
