package io.eidolon.web.security;

import java.util.Set;

/** A key is not for a model. */
final class ModelNotAllowedException extends RuntimeException {

	private final String model;

	private final Set<String> allowed;

	ModelNotAllowedException(String model, Set<String> allowed) {
		super("The key is not for the model " + model);
		this.model = model;
		this.allowed = Set.copyOf(allowed);
	}

	String model() {
		return this.model;
	}

	String allowed() {
		return "one of [%s], which are those of this key"
			.formatted(String.join(", ", this.allowed.stream().sorted().toList()));
	}

}
