package io.eidolon.web.http;

import java.util.Base64;
import java.util.regex.Pattern;

import io.eidolon.serving.InvalidParameterException;

/** Files within JSON. */
public final class Base64Field {

	/** How a browser begins what it makes of a canvas. */
	private static final Pattern DATA_URL = Pattern.compile("^data:[a-z/+.-]{1,64};base64,");

	private Base64Field() {
	}

	/** Decodes a file, which may be a data URL. */
	public static byte[] decode(String parameter, String text) {
		try {
			return Base64.getDecoder().decode(DATA_URL.matcher(text).replaceFirst(""));
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidParameterException(parameter, null, "a file in base64");
		}
	}

}
