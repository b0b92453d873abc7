package io.eidolon.modelcard;

import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The names of models, which files may give in any script: what a file is called, and
 * what stands for it in addresses and settings.
 */
public final class ModelName {

	private static final int MAX_LENGTH = 64;

	private static final int DIGEST_BYTES = 3;

	private ModelName() {
	}

	/**
	 * The name with letters written in one way, whatever the file system makes of them.
	 */
	public static String normalized(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFC);
	}

	/**
	 * What stands for a name: its letters and digits of all scripts, in lower case, with
	 * dashes between words.
	 */
	public static String slug(String name) {
		String plain = normalized(name).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-");
		String fitting = cut(plain, MAX_LENGTH).replaceAll("^[-\\p{M}]+|-+$", "");
		return fitting.isEmpty() ? "model" : fitting;
	}

	/** The same, for one of several names that would have the same slug. */
	public static String distinctSlug(String name) {
		String suffix = "-" + HexFormat.of().formatHex(Sha256.of(normalized(name)), 0, DIGEST_BYTES);
		return cut(slug(name), MAX_LENGTH - suffix.length()) + suffix;
	}

	/** A name as a part of the name of a setting: in brackets, unless it is plain. */
	public static String setting(String name) {
		return name.matches("[a-z][a-z0-9-]*") ? "." + name : "[" + name + "]";
	}

	private static String cut(String text, int length) {
		int end = Math.min(text.length(), length);
		boolean splits = end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
		return text.substring(0, splits ? end - 1 : end);
	}

}
