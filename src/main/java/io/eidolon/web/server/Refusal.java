package io.eidolon.web.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

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
public record Refusal(int status, String title, String detail, @Nullable Integer retryAfter, String reason) {

	/** The attribute of a request that says why it was refused while it was read. */
	public static final String ATTRIBUTE = Refusal.class.getName();

	static final Refusal SLOW_BODY = new Refusal(HttpServletResponse.SC_REQUEST_TIMEOUT, "Request Timeout",
			"The body came too slowly", null, "slow-body");

	static final Refusal NO_MEMORY_FOR_BODY = new Refusal(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Busy",
			"The bodies of other requests leave no room for this one; try again later", 1, "body-memory");

	static final Refusal TOO_MANY_CONNECTIONS = new Refusal(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Busy",
			"Too many connections; this one was idle longest", 1, "connections");

	/** Answers with it, unless another answer has begun. */
	public void send(HttpServletResponse response) throws IOException {
		if (response.isCommitted()) {
			return;
		}
		response.reset();
		response.setStatus(this.status);
		response.setContentType("application/problem+json");
		if (this.retryAfter != null) {
			response.setIntHeader("Retry-After", this.retryAfter);
		}
		byte[] body = "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
			.formatted(type(), this.title, this.status, this.detail)
			.getBytes(StandardCharsets.UTF_8);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	private String type() {
		return (this.retryAfter != null) ? "urn:eidolon:problem:busy" : "about:blank";
	}

}
