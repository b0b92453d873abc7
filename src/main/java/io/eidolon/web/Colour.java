package io.eidolon.web;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A colour as it travels: {@code #rrggbb}.
 *
 * @param rgb 0xRRGGBB
 */
record Colour(int rgb) {

	private static final Pattern TEXT = Pattern.compile("#[0-9A-Fa-f]{6}");

	/**
	 * Reads a colour.
	 * @throws IllegalArgumentException when it is none
	 */
	static Colour parse(String text) {
		if (!TEXT.matcher(text).matches()) {
			throw new IllegalArgumentException("no colour");
		}
		return new Colour(HexFormat.fromHexDigits(text, 1, text.length()));
	}

	@Override
	public String toString() {
		return "#%06x".formatted(this.rgb);
	}

}
