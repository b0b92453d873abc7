package io.eidolon.web.http;

import org.springframework.util.unit.DataSize;

/** A request's body is larger than the service reads. */
final class BodyTooLargeException extends RuntimeException {

	BodyTooLargeException(DataSize limit) {
		super("The body must have at most %s bytes".formatted(limit.toBytes()));
	}

}
