package io.eidolon.text;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Of what a text's vector is made. */
public enum TextReading {

	/** The text as it is: its meaning as a whole. */
	WHOLE {
		@Override
		List<String> parts(String text) {
			return List.of(text);
		}
	},

	/**
	 * The sum of the vectors of its clauses, scaled to length 1. The vector of a long
	 * sentence hardly tells which of two things is blue; that of "a blue background"
	 * does, and so does a sum that it is in.
	 */
	CLAUSES {
		@Override
		List<String> parts(String text) {
			List<String> clauses = BETWEEN.splitAsStream(text)
				.map(String::strip)
				.filter((clause) -> !Words.of(clause).isEmpty())
				.toList();
			return clauses.isEmpty() ? List.of(text) : clauses;
		}
	};

	/**
	 * Signs, and words that join what is said of one thing to what is said of the next.
	 */
	private static final Pattern BETWEEN = Pattern.compile(
			"[,;.:()]|\\b(?:with|wearing|in front of|in|on|against|and|who|that|which|has|have|having)\\b|\\s(?=without\\b)",
			Pattern.CASE_INSENSITIVE);

	/** The texts whose vectors are summed up, one or more. */
	abstract List<String> parts(String text);

	/**
	 * How the prompts of a model are read.
	 * @param clauses what its card says, null for nothing
	 */
	public static TextReading of(@Nullable Boolean clauses) {
		return Boolean.TRUE.equals(clauses) ? CLAUSES : WHOLE;
	}

}
