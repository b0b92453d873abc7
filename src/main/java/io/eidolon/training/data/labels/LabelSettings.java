package io.eidolon.training.data.labels;

import org.jspecify.annotations.Nullable;

/**
 * Where labels are taken from: by default from the names of folders, or from .cls files
 * beside the pictures.
 *
 * @param column the column of a table, or of the pattern, or null
 * @param pattern what file names are made of, such as "[age]_[gender]_...", or null
 * @param needed whether pictures without a label are of no use
 */
public record LabelSettings(@Nullable String column, @Nullable String pattern, boolean needed) {

	/** Labels from folders, where there are any. */
	public static final LabelSettings FOLDERS = new LabelSettings(null, null, false);

	/** Labels from a column of a table. */
	public static LabelSettings ofColumn(String column) {
		return new LabelSettings(column, null, true);
	}

	/** Whether pictures without a label are left out. */
	public boolean exclusive() {
		return this.needed || this.column != null || this.pattern != null;
	}

}
