package io.eidolon.registry;

import java.util.List;

/** Says that no model of a name is served, and which are. */
public final class UnknownModelException extends RuntimeException {

	private final String name;

	private final List<String> known;

	UnknownModelException(String name, List<String> known) {
		super("model (%s) must be one of %s".formatted(name, known));
		this.name = name;
		this.known = List.copyOf(known);
	}

	/** The name that was asked for. */
	public String name() {
		return this.name;
	}

	/** The names of the models that are served. */
	public List<String> known() {
		return this.known;
	}

}
