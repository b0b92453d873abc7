package io.eidolon.web.server;

import java.net.URI;
import java.time.Duration;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * An answer that is ready before anybody asks (RFC 9457), for requests that are refused
 * before they are read.
 *
 * @param status its status
 * @param title what it is in short
 * @param detail what it says
 * @param retryAfter after how many seconds the client may ask again, null when it need
 * not
 * @param reason what it is counted as
 */
public record Refusal(int status, String title, String detail, @Nullable Integer retryAfter, RefusalReason reason) {

	/** The attribute of a request that says why it was refused while it was read. */
	public static final String ATTRIBUTE = Refusal.class.getName();

	private static final long LONGEST_RETRY_SECONDS = 60;

	private static final int TOO_MANY_REQUESTS = 429;

	static final Refusal SLOW_BODY = new Refusal(HttpServletResponse.SC_REQUEST_TIMEOUT, "Request Timeout",
			"The body came too slowly", null, RefusalReason.SLOW_BODY);

	static final Refusal NO_MEMORY_FOR_BODY = new Refusal(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Busy",
			"The bodies of other requests leave no room for this one; try again later", 1, RefusalReason.BODY_MEMORY);

	static final Refusal TOO_MANY_CONNECTIONS = new Refusal(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Busy",
			"Too many connections; this one was idle longest", 1, RefusalReason.CONNECTIONS);

	/** Its time was over before its turn came. */
	public static final Refusal LATE = new Refusal(HttpServletResponse.SC_GATEWAY_TIMEOUT, "Timeout",
			"The time of the request was over before its turn came; ask again later", 1, RefusalReason.LATE);

	/** More requests wait than can be answered in time. */
	public static Refusal busy(Duration retryAfter) {
		return new Refusal(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Busy",
				"So many requests wait that this one would not be answered in time; try again later",
				seconds(retryAfter), RefusalReason.OVERLOAD);
	}

	/**
	 * Its client has asked for as much as it may.
	 * @param detail which limit that is, and what to do
	 */
	public static Refusal limited(String detail, @Nullable Duration retryAfter) {
		return new Refusal(TOO_MANY_REQUESTS, "Limit exceeded", detail,
				(retryAfter != null) ? Integer.valueOf(seconds(retryAfter)) : null, RefusalReason.LIMIT);
	}

	private static int seconds(Duration retryAfter) {
		return (int) Math.clamp(retryAfter.toSeconds() + 1, 1, LONGEST_RETRY_SECONDS);
	}

	/** The same as problem details. */
	ProblemDetail problem() {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(this.status), this.detail);
		problem.setType(URI.create(type()));
		problem.setTitle(this.title);
		return problem;
	}

	/** The same as the JSON of problem details. */
	String json() {
		return "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%s,\"detail\":\"%s\"}".formatted(type(), this.title,
				this.status, this.detail);
	}

	private String type() {
		return switch (this.status) {
			case HttpServletResponse.SC_UNAUTHORIZED -> "urn:eidolon:problem:unauthorized";
			case TOO_MANY_REQUESTS -> "urn:eidolon:problem:limit-exceeded";
			case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> "urn:eidolon:problem:busy";
			case HttpServletResponse.SC_GATEWAY_TIMEOUT -> "urn:eidolon:problem:timeout";
			default -> "about:blank";
		};
	}

}
