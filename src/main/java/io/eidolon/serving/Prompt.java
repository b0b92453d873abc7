package io.eidolon.serving;

import java.util.regex.Pattern;

/**
 * What an image is asked to show, in words. What does not change their meaning is gone:
 * characters that cannot be printed, and spaces but one between words.
 *
 * @param parameter the parameter that the client gave them in
 * @param text the words
 */
public record Prompt(String parameter, String text) {

	private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

	private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}");

	public Prompt {
		text = UNPRINTABLE.matcher(SPACES.matcher(text).replaceAll(" ")).replaceAll("").strip();
	}

}
