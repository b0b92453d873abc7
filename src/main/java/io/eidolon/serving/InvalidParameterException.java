package io.eidolon.serving;

import org.jspecify.annotations.Nullable;

/** A parameter of a request is not what it may be. */
public final class InvalidParameterException extends RuntimeException {

	private final String parameter;

	private final @Nullable Object value;

	private final String allowed;

	/**
	 * Creates the exception.
	 * @param parameter the name that the client knows the parameter by
	 * @param value what was given, null when nothing was
	 * @param allowed what may be given, as it reads after "must be"
	 */
	public InvalidParameterException(String parameter, @Nullable Object value, String allowed) {
		super("%s must be %s".formatted((value != null) ? "%s (%s)".formatted(parameter, value) : parameter, allowed));
		this.parameter = parameter;
		this.value = value;
		this.allowed = allowed;
	}

	public String parameter() {
		return this.parameter;
	}

	public @Nullable Object value() {
		return this.value;
	}

	public String allowed() {
		return this.allowed;
	}

}
