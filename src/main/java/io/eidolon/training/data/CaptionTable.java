package io.eidolon.training.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.eidolon.training.data.files.DataException;
import io.eidolon.training.data.files.FileTree;
import io.eidolon.training.data.files.FileTrees;
import io.eidolon.training.data.files.StoredFile;
import io.eidolon.training.data.labels.PictureNames;
import io.eidolon.training.data.labels.Table;
import io.eidolon.training.data.labels.TableReader;
import org.jspecify.annotations.Nullable;

/**
 * What is said of each picture of a source, as it was written down.
 *
 * @param attributes the names of the other columns
 * @param entries one for each picture, in the order of the source
 */
record CaptionTable(List<String> attributes, List<Entry> entries) {

	private static final String CAPTION = "caption";

	/** A .txt file is the captions of one picture. */
	private static final List<String> TABLES = List.of("csv", "tsv");

	/**
	 * Reads captions: from a CSV file, from the one that lies beside the pictures, or
	 * from text files that are named as the pictures are.
	 * @param csv a CSV file that lies elsewhere, or null
	 * @param columns the columns with captions; when empty, those whose names begin with
	 * "caption"
	 * @throws DataException when no picture has a caption
	 */
	static CaptionTable read(PictureSource source, @Nullable Path csv, List<String> columns) throws IOException {
		PictureNames names = new PictureNames(Path.of(""),
				IntStream.range(0, source.size()).mapToObj(source::describe).toList());
		Optional<Table> table = (csv != null) ? Optional.of(elsewhere(csv)) : beside(source, columns);
		return table.isPresent() ? ofTable(source, names, table.get(), columns) : ofTextFiles(source);
	}

	private static Table elsewhere(Path csv) throws IOException {
		FileTree folder = FileTrees.open(csv, () -> {
		});
		StoredFile file = folder.files()
			.stream()
			.filter((other) -> other.name().equals(csv.getFileName().toString()))
			.findFirst()
			.orElseThrow(() -> new IOException("%s does not exist".formatted(csv.toAbsolutePath())));
		return TableReader.read(file);
	}

	/** The one table that has the columns. */
	private static Optional<Table> beside(PictureSource source, List<String> columns) throws IOException {
		List<Table> found = new ArrayList<>();
		for (StoredFile file : source.others()) {
			if (TABLES.contains(file.extension())) {
				Table table = TableReader.read(file);
				if (!columns.isEmpty() || !captionColumns(table).isEmpty()) {
					found.add(table);
				}
			}
		}
		if (found.size() > 1) {
			throw new DataException("%s have captions; name one of them: captions=..."
				.formatted(found.stream().map(Table::title).toList()));
		}
		return found.stream().findFirst();
	}

	private static List<String> captionColumns(Table table) {
		return table.columns().stream().filter((column) -> column.startsWith(CAPTION)).toList();
	}

	private static CaptionTable ofTable(PictureSource source, PictureNames names, Table table, List<String> columns) {
		if (columns.isEmpty() && captionColumns(table).isEmpty()) {
			table.require(CAPTION);
		}
		int[] captions = (columns.isEmpty() ? captionColumns(table) : columns).stream()
			.mapToInt(table::require)
			.toArray();
		int name = table.pictureColumn(names);
		int[] attributes = IntStream.range(0, table.columns().size())
			.filter((i) -> i != name && !table.columns().get(i).isEmpty()
					&& IntStream.of(captions).noneMatch((caption) -> caption == i))
			.toArray();
		int[] pictures = table.pictures(names);
		Map<Integer, Entry> entries = new HashMap<>();
		for (int i = 0; i < pictures.length; i++) {
			List<String> row = table.rows().get(i);
			entries.merge(pictures[i],
					new Entry(
							IntStream.of(captions)
								.boxed()
								.flatMap((column) -> lines(Table.value(row, column)).stream())
								.toList(),
							IntStream.of(attributes).mapToObj((column) -> Table.value(row, column)).toList()),
					Entry::and);
		}
		return of(source, IntStream.of(attributes).mapToObj(table.columns()::get).toList(),
				(index) -> entries.getOrDefault(index, Entry.NONE), table.title());
	}

	private static CaptionTable ofTextFiles(PictureSource source) throws IOException {
		Map<String, StoredFile> texts = new HashMap<>();
		source.others()
			.stream()
			.filter((file) -> file.extension().equals("txt"))
			.forEach((file) -> texts.put(file.stem(), file));
		Map<Integer, Entry> entries = new HashMap<>();
		for (int i = 0; i < source.size(); i++) {
			StoredFile text = texts.get(source.describe(i).replaceFirst("\\.[^./]*$", ""));
			if (text != null) {
				entries.put(i, new Entry(lines(new String(text.read(), StandardCharsets.UTF_8)), List.of()));
			}
		}
		return of(source, List.of(), (index) -> entries.getOrDefault(index, Entry.NONE),
				"a CSV file with a column caption, or .txt files beside the pictures");
	}

	private static CaptionTable of(PictureSource source, List<String> attributes, IntFunction<Entry> entry,
			String where) {
		List<Entry> entries = IntStream.range(0, source.size()).mapToObj(entry).toList();
		if (entries.stream().allMatch((one) -> one.captions().isEmpty())) {
			throw new DataException("No picture, such as %s, has a caption in %s".formatted(
					IntStream.range(0, source.size()).mapToObj(source::describe).findFirst().orElse("?"), where));
		}
		return new CaptionTable(attributes, entries);
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

}
