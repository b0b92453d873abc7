package io.eidolon.registry;

/** Makes text that others chose, such as the names of files, fit to stand in a log. */
final class OneLine {

	private OneLine() {
	}

	/**
	 * Replaces what could begin a line of its own, or change how one is shown: control
	 * characters, separators of lines, marks of direction, and halves of characters.
	 */
	static String of(String text) {
		return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "?");
	}

}
