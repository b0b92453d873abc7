package io.eidolon.web.server;

import org.springframework.http.ProblemDetail;

/**
 * How an API that others designed says what went wrong. A feature that serves one has a
 * bean of it.
 */
public interface ErrorFormat {

	/** What the paths of the API begin with, such as {@code /v1/}. */
	String path();

	/** The body of an error, which is written as JSON. */
	Object body(ProblemDetail problem);

}
