package io.eidolon.web.http;

import org.springframework.util.unit.DataSize;

/** A request's body is larger than the service reads. */
final class BodyTooLargeException extends RuntimeException {

	private final DataSize limit;

	BodyTooLargeException(DataSize limit) {
		super("The body has more than %s bytes".formatted(limit.toBytes()));
		this.limit = limit;
	}

	DataSize limit() {
		return this.limit;
	}

}
