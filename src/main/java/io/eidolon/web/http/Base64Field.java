package io.eidolon.web.http;

import java.util.Base64;
import java.util.regex.Pattern;

import io.eidolon.serving.InvalidParameterException;

/** Files within JSON. */
public final class Base64Field {

	/** How a browser begins what it makes of a canvas. */
	private static final Pattern DATA_URL = Pattern.compile("^data:[a-z/+.-]{1,64};base64,");

	/** Lines end within what many programs write. */
	private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

	private Base64Field() {
	}

	/** Decodes a file, which may be a data URL, and may be broken into lines. */
	public static byte[] decode(String parameter, String text) {
		try {
			String digits = DATA_URL.matcher(text.strip()).replaceFirst("");
			return Base64.getDecoder().decode(WHITE_SPACE.matcher(digits).replaceAll(""));
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidParameterException(parameter, null, "a file in base64");
		}
	}

}
