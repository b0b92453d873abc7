package io.eidolon.image;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a picture says about itself, in order. Keywords keep the rules of PNG (PNG
 * specification, 11.3.3.1).
 *
 * @param entries texts by keyword, which PNG alone has a place for
 * @param source how it came to be, which every format can say; null where that is not
 * known
 */
public record Metadata(Map<String, String> entries, @Nullable DigitalSourceType source) {

	/** Nothing to say. */
	public static final Metadata NONE = new Metadata(Map.of(), null);

	private static final byte[] NO_XMP = {};

	/** Words of printable Latin-1 characters with single spaces between them. */
	private static final Pattern KEYWORD = Pattern
		.compile("(?=.{1,79}$)[!-~\\u00a1-\\u00ff]+(?: [!-~\\u00a1-\\u00ff]+)*");

	/**
	 * Creates metadata.
	 * @throws IllegalArgumentException when a keyword breaks the rules of PNG or a text
	 * contains the character NUL, which ends texts in PNG
	 */
	public Metadata {
		entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
		entries.forEach((keyword, text) -> {
			if (!KEYWORD.matcher(keyword).matches()) {
				throw new IllegalArgumentException(
						"keyword (\"%s\") must be 1 to 79 printable Latin-1 characters".formatted(keyword)
								+ ", without leading, trailing or doubled spaces");
			}
			if (text.indexOf('\0') >= 0) {
				throw new IllegalArgumentException("text of keyword \"%s\" must not contain NUL".formatted(keyword));
			}
		});
	}

	/** The XMP packet of the file, empty for none. */
	byte[] xmp() {
		return (this.source != null) ? this.source.packet() : NO_XMP;
	}

}
