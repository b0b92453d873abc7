package io.eidolon.training.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

import io.eidolon.training.data.files.DataException;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of pictures, which are the columns of their CSV file that hold no
 * captions.
 */
public final class AttributeTable {

	/** The value of a picture of which nothing is known. */
	public static final int UNKNOWN = -1;

	private final List<CaptionTable.Entry> entries;

	private final List<Attribute> attributes;

	// (pictures of the source, attributes)
	private final int[][] values;

	private AttributeTable(CaptionTable table, List<String> wanted) {
		this.entries = table.entries();
		this.attributes = new ArrayList<>();
		List<Integer> columns = wanted.stream().map(table.attributes()::indexOf).toList();
		for (int column : columns) {
			this.attributes.add(new Attribute(table.attributes().get(column),
					List.copyOf(new TreeSet<>(this.entries.stream()
						.filter((entry) -> !entry.attributes().isEmpty())
						.map((entry) -> entry.attributes().get(column))
						.toList()))));
		}
		this.values = this.entries.stream()
			.map((entry) -> IntStream.range(0, columns.size())
				.map((i) -> entry.attributes().isEmpty() ? UNKNOWN
						: this.attributes.get(i).values().indexOf(entry.attributes().get(columns.get(i))))
				.toArray())
			.toArray(int[][]::new);
	}

	/**
	 * Reads the attributes of a set.
	 * @param csv a CSV file that lies elsewhere than the pictures, or null
	 * @param captionColumns its columns of captions, empty for those that are named
	 * "caption"
	 * @param wanted the names of attributes, empty for all
	 * @throws DataException when there are no such attributes
	 */
	public static AttributeTable read(PictureSet pictures, @Nullable Path csv, List<String> captionColumns,
			List<String> wanted) {
		try {
			CaptionTable table = CaptionTable.read(pictures.source(), csv, captionColumns);
			if (table.attributes().isEmpty() || !table.attributes().containsAll(wanted)) {
				throw new DataException(
						"There are no attributes %s; there are %s".formatted(wanted, table.attributes()));
			}
			return new AttributeTable(table, wanted.isEmpty() ? table.attributes() : wanted);
		}
		catch (IOException ex) {
			throw new DataException("The attributes cannot be read: " + ex, ex);
		}
	}

	public List<Attribute> attributes() {
		return this.attributes;
	}

	/**
	 * Returns the number of a picture's value of each attribute, or {@value #UNKNOWN}.
	 * @param index the picture's index in its source
	 */
	public int[] values(int index) {
		return this.values[index].clone();
	}

	/** Returns the caption of a picture that says the most, empty when it has none. */
	public String caption(int index) {
		return this.entries.get(index).captions().stream().max(Comparator.comparingInt(String::length)).orElse("");
	}

	/**
	 * An attribute.
	 *
	 * @param name its name
	 * @param values the values that it can have, in the order of their numbers; an empty
	 * one stands for what is not there
	 */
	public record Attribute(String name, List<String> values) {

	}

}
