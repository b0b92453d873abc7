package io.eidolon.registry;

import java.util.List;

/** Says that a version of a model is not served, and which are. */
public final class UnknownVersionException extends RuntimeException {

	private final String version;

	private final List<String> known;

	UnknownVersionException(String model, String version, List<String> known) {
		super("version (%s) of %s must be one of %s".formatted(version, model, known));
		this.version = version;
		this.known = List.copyOf(known);
	}

	/** The version that was asked for. */
	public String version() {
		return this.version;
	}

	/** The versions that are served, the newest first. */
	public List<String> known() {
		return this.known;
	}

}
