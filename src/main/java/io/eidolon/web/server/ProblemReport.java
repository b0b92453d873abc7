package io.eidolon.web.server;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

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

	/** What no path may hold. */
	private static final Pattern REFUSED = Pattern.compile("(?i)%2f|%5c|%00|%(?![0-9a-f]{2})");

	private static final String ALLOWED = "without %2F, %5C, %00 and a % that no two hexadecimal digits follow";

	@Override
	protected void report(Request request, Response response, @Nullable Throwable throwable) {
		int status = response.getStatus();
		if (status < LEAST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		byte[] body = JsonMapper.shared().writeValueAsBytes(problem(status, request.getRequestURI()));
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

	private static Map<String, Object> problem(int status, @Nullable String path) {
		HttpStatus known = HttpStatus.resolve(status);
		Map<String, Object> problem = new LinkedHashMap<>();
		problem.put("type", "about:blank");
		problem.put("title", (known != null) ? known.getReasonPhrase() : "Error");
		problem.put("status", status);
		if (status == LEAST_ERROR && path != null && REFUSED.matcher(path).find()) {
			problem.put("detail", "path (%s) must be %s".formatted(path, ALLOWED));
			problem.put("field", "path");
			problem.put("value", path);
			problem.put("allowed", ALLOWED);
		}
		else {
			problem.put("detail", DETAILS.getOrDefault(status, "The server refused the request"));
		}
		return problem;
	}

}
