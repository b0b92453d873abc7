package io.eidolon.web.http;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A colour as it travels: {@code #rrggbb}.
 *
 * @param rgb 0xRRGGBB
 */
public record RgbColour(int rgb) {

	private static final Pattern TEXT = Pattern.compile("#[0-9A-Fa-f]{6}");

	/**
	 * Reads a colour.
	 * @throws IllegalArgumentException when it is none
	 */
	static RgbColour parse(String text) {
		if (!TEXT.matcher(text).matches()) {
			throw new IllegalArgumentException("no colour");
		}
		return new RgbColour(HexFormat.fromHexDigits(text, 1, text.length()));
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "#%06x", this.rgb);
	}

}
