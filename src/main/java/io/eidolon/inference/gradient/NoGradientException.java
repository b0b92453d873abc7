package io.eidolon.inference.gradient;

import io.eidolon.graph.gradient.UnsupportedOperatorException;
import org.jspecify.annotations.Nullable;

/** Says why a generator has no gradient. */
public final class NoGradientException extends RuntimeException {

	private final @Nullable String operator;

	private final @Nullable String node;

	/** Creates the exception for a reason. */
	public NoGradientException(String model, RuntimeException cause) {
		super("%s generates images, but has no gradient, which projection and editing need: %s".formatted(model,
				cause.getMessage()), cause);
		this.operator = (cause instanceof UnsupportedOperatorException ex) ? ex.operator() : null;
		this.node = (cause instanceof UnsupportedOperatorException ex) ? ex.node() : null;
	}

	/** The kind of operator that has no rule, null when it is not for want of one. */
	public @Nullable String operator() {
		return this.operator;
	}

	/** The name of the node, empty when its file gives it none. */
	public @Nullable String node() {
		return this.node;
	}

}
