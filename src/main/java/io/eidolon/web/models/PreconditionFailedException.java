package io.eidolon.web.models;

/** A client wants an entity only if it is another one than there is. */
final class PreconditionFailedException extends RuntimeException {

	private final String wanted;

	private final String tag;

	PreconditionFailedException(String wanted, String tag) {
		super("If-Match (%s) must hold %s".formatted(wanted, tag));
		this.wanted = wanted;
		this.tag = tag;
	}

	String wanted() {
		return this.wanted;
	}

	/** The tag of what there is. */
	String tag() {
		return this.tag;
	}

}
