package io.eidolon.web.models;

/** What a path or a query names is not there. */
final class NotServedException extends RuntimeException {

	private final String field;

	private final String value;

	private final String allowed;

	NotServedException(String field, String value, String allowed) {
		super("%s (%s) must be %s".formatted(field, value, allowed));
		this.field = field;
		this.value = value;
		this.allowed = allowed;
	}

	String field() {
		return this.field;
	}

	String value() {
		return this.value;
	}

	String allowed() {
		return this.allowed;
	}

}
