package io.eidolon.web.http;

import java.net.URI;

import org.springframework.http.HttpStatus;

/** The kinds of problems that are this service's own (RFC 9457, section 3.1.1). */
enum ProblemType {

	INVALID_PARAMETER(HttpStatus.BAD_REQUEST, "Invalid parameter"),

	UNKNOWN_PROPERTY(HttpStatus.BAD_REQUEST, "Unknown property"),

	MALFORMED_QUERY(HttpStatus.BAD_REQUEST, "Malformed query"),

	MALFORMED_BODY(HttpStatus.BAD_REQUEST, "Malformed body"),

	NOT_SERVED(HttpStatus.NOT_FOUND, "Not served"),

	UNKNOWN_MODEL(HttpStatus.NOT_FOUND, "Unknown model"),

	UNKNOWN_VERSION(HttpStatus.NOT_FOUND, "Unknown version"),

	BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "Body too large"),

	NO_GRADIENT(HttpStatus.UNPROCESSABLE_CONTENT, "No gradient"),

	BUSY(HttpStatus.SERVICE_UNAVAILABLE, "Busy"),

	MODEL_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Model unavailable"),

	NO_MODEL(HttpStatus.SERVICE_UNAVAILABLE, "No model"),

	TIMEOUT(HttpStatus.GATEWAY_TIMEOUT, "Timeout");

	private final HttpStatus status;

	private final String title;

	ProblemType(HttpStatus status, String title) {
		this.status = status;
		this.title = title;
	}

	HttpStatus status() {
		return this.status;
	}

	String title() {
		return this.title;
	}

	URI uri() {
		return URI.create("urn:eidolon:problem:" + WireType.name(this));
	}

}
