package io.eidolon.web.server;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The name by which a gateway, the log and the answer know a request. One that comes with
 * a name keeps it.
 */
public final class RequestId {

	/** The header of request and answer. */
	public static final String HEADER = "X-Request-Id";

	/** What goes into logs and headers as it is. */
	private static final Pattern ACCEPTED = Pattern.compile("[\\w.:/+=@-]{1,128}");

	private RequestId() {
	}

	/** Returns the name that a request came with, or a new one. */
	public static String of(HttpServletRequest request) {
		String given = request.getHeader(HEADER);
		return (given != null && ACCEPTED.matcher(given).matches()) ? given : random();
	}

	// It tells requests apart and guards nothing: secure randomness would cost more.
	private static String random() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		return new UUID(random.nextLong(), random.nextLong()).toString();
	}

}
