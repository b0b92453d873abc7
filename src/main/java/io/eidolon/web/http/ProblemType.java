package io.eidolon.web.http;

import java.net.URI;
import java.util.Locale;

import org.springframework.http.HttpStatus;

/**
 * A kind of problem that is this service's own (RFC 9457, section 3.1.1).
 *
 * @param status the status of its answers
 * @param title what it is in short, which names it as well
 */
public record ProblemType(HttpStatus status, String title) {

	/** A parameter is not what it may be. */
	public static final ProblemType INVALID_PARAMETER = new ProblemType(HttpStatus.BAD_REQUEST, "Invalid parameter");

	/** A body cannot be read. */
	public static final ProblemType MALFORMED_BODY = new ProblemType(HttpStatus.BAD_REQUEST, "Malformed body");

	/** A body is larger than is read. */
	static final ProblemType BODY_TOO_LARGE = new ProblemType(HttpStatus.CONTENT_TOO_LARGE, "Body too large");

	URI uri() {
		return URI.create("urn:eidolon:problem:" + this.title.toLowerCase(Locale.ROOT).replace(' ', '-'));
	}

}
