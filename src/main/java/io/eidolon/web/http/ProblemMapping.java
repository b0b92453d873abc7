package io.eidolon.web.http;

import org.jspecify.annotations.Nullable;

/**
 * Says what exceptions mean to clients. Each feature has a bean of it beside its
 * controller, for the exceptions that are its own.
 */
@FunctionalInterface
public interface ProblemMapping {

	/** Returns what an exception means, null when it is another's to say. */
	@Nullable Problem of(Exception ex);

}
