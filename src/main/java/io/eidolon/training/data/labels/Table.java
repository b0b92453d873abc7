package io.eidolon.training.data.labels;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.eidolon.training.data.files.DataException;

/**
 * A table that says something of pictures.
 *
 * @param title its file
 * @param columns their names
 * @param rows as many cells in each as there are columns
 */
public record Table(String title, List<String> columns, List<List<String>> rows) {

	/** Extensions of files that may be tables. */
	public static final List<String> EXTENSIONS = List.of("csv", "tsv", "txt");

	/** How many rows are looked at to find the column with the names of pictures. */
	private static final int LOOKED_AT = 1000;

	/** Returns the index of a column, in any case where no other is meant, or -1. */
	public int indexOf(String column) {
		int exact = this.columns.indexOf(column);
		List<String> alike = this.columns.stream().filter(column::equalsIgnoreCase).toList();
		return (exact < 0 && alike.size() == 1) ? this.columns.indexOf(alike.getFirst()) : exact;
	}

	/**
	 * Holds the table to having a column.
	 * @return its index
	 */
	public int require(String column) {
		int index = indexOf(column);
		if (index < 0) {
			throw new DataException("%s has no column %s; it has %s".formatted(this.title, column, this.columns));
		}
		return index;
	}

	/** A value without the spaces around it. */
	public static String value(List<String> row, int column) {
		return row.get(column).strip();
	}

	/**
	 * Finds the column that names pictures, whichever names the most.
	 * @return the index of the picture that each row names, or {@link PictureNames#NONE}
	 */
	public int[] pictures(PictureNames names) {
		int column = pictureColumn(names);
		return this.rows.stream().mapToInt((row) -> names.find(row.get(column))).toArray();
	}

	/** Returns the index of that column; it is the first where none names any picture. */
	public int pictureColumn(PictureNames names) {
		long most = 0;
		int best = 0;
		for (int i = 0; i < this.columns.size(); i++) {
			int column = i;
			long found = this.rows.stream().limit(LOOKED_AT).filter((row) -> names.find(row.get(column)) >= 0).count();
			if (found > most) {
				most = found;
				best = i;
			}
		}
		return best;
	}

	/**
	 * The table with its first line as a row, and numbers as the names of columns, where
	 * that line names a picture.
	 */
	Table withoutHeader(PictureNames names) {
		if (this.columns.stream().noneMatch((cell) -> names.find(cell) >= 0)) {
			return this;
		}
		List<List<String>> all = new ArrayList<>(List.of(this.columns));
		all.addAll(this.rows);
		return new Table(this.title, IntStream.rangeClosed(1, this.columns.size()).mapToObj(Integer::toString).toList(),
				all);
	}

}
