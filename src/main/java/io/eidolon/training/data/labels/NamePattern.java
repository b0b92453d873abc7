package io.eidolon.training.data.labels;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.eidolon.training.data.files.DataException;
import io.eidolon.training.data.files.StoredFile;
import org.jspecify.annotations.Nullable;

/**
 * What the names of files are made of: "[age]_[gender]_..." has two parts that mean
 * something, and a rest that does not.
 */
final class NamePattern {

	private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]+)]|\\.\\.\\.|\\*");

	private final String text;

	private final Pattern pattern;

	private final int group;

	/**
	 * Reads a pattern.
	 * @param part the part that is the label; it may be left out where there is one alone
	 * @throws DataException when there is no such part
	 */
	NamePattern(String text, @Nullable String part) {
		this.text = text;
		List<String> parts = new ArrayList<>();
		StringBuilder regex = new StringBuilder();
		Matcher matcher = PART.matcher(text);
		int end = 0;
		while (matcher.find()) {
			regex.append(Pattern.quote(text.substring(end, matcher.start())));
			regex.append((matcher.group(1) != null) ? "(.+?)" : ".*");
			if (matcher.group(1) != null) {
				parts.add(matcher.group(1));
			}
			end = matcher.end();
		}
		this.pattern = Pattern.compile(regex + Pattern.quote(text.substring(end)), Pattern.DOTALL);
		if (parts.isEmpty()) {
			throw new DataException("label-pattern (%s) has no part in brackets, such as [age]_...".formatted(text));
		}
		this.group = ((part == null && parts.size() == 1) ? 0 : parts.indexOf(part)) + 1;
		if (this.group == 0) {
			throw new DataException("label-column %smust be one of %s, the parts of label-pattern (%s)"
				.formatted((part != null) ? "(%s) ".formatted(part) : "", parts, text));
		}
	}

	/** Returns the label of a file, null when its name is made of something else. */
	@Nullable String label(StoredFile file) {
		boolean byPath = this.text.contains("/");
		for (String name : List.of(byPath ? file.stem() : stem(file), byPath ? file.path() : file.name())) {
			Matcher matcher = this.pattern.matcher(name);
			if (matcher.matches()) {
				return matcher.group(this.group);
			}
		}
		return null;
	}

	private static String stem(StoredFile file) {
		return file.stem().substring(file.stem().lastIndexOf('/') + 1);
	}

	@Override
	public String toString() {
		return this.text;
	}

}
