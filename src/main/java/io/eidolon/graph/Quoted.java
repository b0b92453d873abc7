package io.eidolon.graph;

/** Names that a file chose, made fit to stand in one line of an error. */
public final class Quoted {

	private static final int MAX_LENGTH = 80;

	private Quoted() {
	}

	/**
	 * The text without control characters, and no longer than a line has room for.
	 */
	public static String of(String text) {
		String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cs}]", "?");
		return (line.length() <= MAX_LENGTH) ? line : line.substring(0, MAX_LENGTH) + "...";
	}

}
