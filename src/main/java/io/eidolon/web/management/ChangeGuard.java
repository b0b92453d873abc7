package io.eidolon.web.management;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody change anything by way of a browser: what changes something needs a header
 * that pages of other sites cannot send without being asked first.
 */
final class ChangeGuard extends OncePerRequestFilter {

	static final String HEADER = "X-Requested-By";

	static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

	private static final String PROBLEM = """
			{"type":"about:blank","title":"Forbidden","status":403,\
			"detail":"What changes something needs the header X-Requested-By, with any value"}""";

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return READING.contains(request.getMethod()) || request.getHeader(HEADER) != null;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		byte[] body = PROBLEM.getBytes(StandardCharsets.UTF_8);
		response.setStatus(HttpServletResponse.SC_FORBIDDEN);
		response.setContentType("application/problem+json");
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

}
