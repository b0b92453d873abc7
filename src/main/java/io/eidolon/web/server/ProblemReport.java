package io.eidolon.web.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;

/**
 * Answers with problem details (RFC 9457) where Tomcat itself refuses a request, which
 * then reaches no controller. Tomcat makes it by the name of its class.
 */
public final class ProblemReport extends ErrorReportValve {

	private static final Logger logger = LoggerFactory.getLogger(ProblemReport.class);

	private static final int LEAST_ERROR = 400;

	private static final Map<Integer, String> DETAILS = Map.of(400,
			"The request line or a header is malformed, too long, or holds what it may not, such as %2F in a path", 417,
			"Expect must be 100-continue", 501, "A method or Transfer-Encoding is not known here", 505,
			"The version must be HTTP/1.1 or HTTP/2");

	@Override
	protected void report(Request request, Response response, @Nullable Throwable throwable) {
		int status = response.getStatus();
		if (status < LEAST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		HttpStatus known = HttpStatus.resolve(status);
		String title = (known != null) ? known.getReasonPhrase() : "Error";
		byte[] body = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%s,\"detail\":\"%s\"}"
			.formatted(title, status, DETAILS.getOrDefault(status, "The server refused the request"))
			.getBytes(StandardCharsets.UTF_8);
		try {
			response.setContentType("application/problem+json");
			response.setContentLength(body.length);
			response.getOutputStream().write(body);
			response.finishResponse();
		}
		catch (IOException | IllegalStateException ex) {
			logger.debug("Nobody reads the problem of a request", ex);
		}
	}

}
