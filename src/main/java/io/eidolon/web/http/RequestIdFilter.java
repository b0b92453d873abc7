package io.eidolon.web.http;

import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request the name by which a gateway, the log and the answer know it. One
 * that comes with a name keeps it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestIdFilter extends OncePerRequestFilter {

	static final String HEADER = "X-Request-Id";

	/** The field of log lines. */
	static final String FIELD = "requestId";

	/** What goes into logs and headers as it is. */
	private static final Pattern ACCEPTED = Pattern.compile("[\\w.:/+=@-]{1,128}");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String id = id(request.getHeader(HEADER));
		response.setHeader(HEADER, id);
		try (MDC.MDCCloseable _ = MDC.putCloseable(FIELD, id)) {
			chain.doFilter(request, response);
		}
	}

	/** Returns the name that a request came with, or a new one. */
	static String id(@Nullable String given) {
		return (given != null && ACCEPTED.matcher(given).matches()) ? given : UUID.randomUUID().toString();
	}

}
