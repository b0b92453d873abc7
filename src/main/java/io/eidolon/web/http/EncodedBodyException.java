package io.eidolon.web.http;

/** A request's body is compressed, which none is read. */
final class EncodedBodyException extends RuntimeException {

	private final String encoding;

	EncodedBodyException(String encoding) {
		super("Content-Encoding (%s) must be left out".formatted(encoding));
		this.encoding = encoding;
	}

	String encoding() {
		return this.encoding;
	}

}
