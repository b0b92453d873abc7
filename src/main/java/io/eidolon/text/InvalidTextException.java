package io.eidolon.text;

import org.jspecify.annotations.Nullable;

/** Says in one line why a text cannot be encoded, and what is allowed. */
public final class InvalidTextException extends RuntimeException {

	private final @Nullable String found;

	private final String allowed;

	/**
	 * Creates the exception.
	 * @param found what the text is, null when it is empty
	 * @param allowed what it may be, as it reads after "must be"
	 */
	InvalidTextException(@Nullable String found, String allowed) {
		super("the text%s must be %s".formatted((found != null) ? " (%s)".formatted(found) : "", allowed));
		this.found = found;
		this.allowed = allowed;
	}

	/** What the text is, null when it is empty. */
	public @Nullable String found() {
		return this.found;
	}

	/** What it may be, as it reads after "must be". */
	public String allowed() {
		return this.allowed;
	}

}
