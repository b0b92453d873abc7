package io.eidolon.training.data.labels;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.eidolon.training.data.files.DataException;
import org.jspecify.annotations.Nullable;

/** One column of the tables beside pictures. */
final class LabelColumn {

	private static final Set<String> HAS_OR_HAS_NOT = Set.of("1", "-1");

	private LabelColumn() {
	}

	/**
	 * Returns the label of each picture, null for those that no row names.
	 * @throws DataException when no table has the column, or when no row names a picture
	 */
	static @Nullable String[] read(List<Table> tables, String column, PictureNames names) {
		List<Table> known = tables.stream()
			.map((table) -> table.withoutHeader(names))
			.filter((table) -> table.indexOf(column) >= 0)
			.toList();
		if (known.isEmpty()) {
			throw new DataException(tables.stream()
				.map((table) -> "%s has no column %s; it has %s".formatted(table.title(), column, table.columns()))
				.collect(Collectors.joining("; ")));
		}
		@Nullable String[] labels = new @Nullable String[names.size()];
		known.forEach((table) -> read(table, column, names, labels));
		if (Arrays.stream(labels).allMatch(Objects::isNull)) {
			throw new DataException(unmatched(known.getFirst(), names));
		}
		return named(labels, column);
	}

	private static void read(Table table, String column, PictureNames names, @Nullable String[] labels) {
		int index = table.indexOf(column);
		int[] pictures = table.pictures(names);
		for (int i = 0; i < pictures.length; i++) {
			String label = Table.value(table.rows().get(i), index);
			if (pictures[i] >= 0 && !label.isEmpty()) {
				labels[pictures[i]] = label;
			}
		}
	}

	private static String unmatched(Table table, PictureNames names) {
		int column = table.pictureColumn(names);
		return String.format(Locale.ROOT, "0 of %,d rows of %s name a picture: the first says %s, and a picture is %s",
				table.rows().size(), table.title(),
				table.rows().isEmpty() ? "nothing" : table.rows().getFirst().get(column), names.example());
	}

	/** CelebA's attributes are 1 or -1. */
	private static @Nullable String[] named(@Nullable String[] labels, String attribute) {
		if (Stream.of(labels).filter(Objects::nonNull).allMatch(HAS_OR_HAS_NOT::contains)) {
			for (int i = 0; i < labels.length; i++) {
				labels[i] = (labels[i] == null) ? null : labels[i].equals("1") ? attribute : "not " + attribute;
			}
		}
		return labels;
	}

}
