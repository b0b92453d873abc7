package io.eidolon.web.http;

import java.io.IOException;

import io.eidolon.web.server.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request its {@link RequestId name}, in the log and in the answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestIdFilter extends OncePerRequestFilter {

	/** The field of log lines. */
	static final String FIELD = "requestId";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String id = RequestId.of(request);
		response.setHeader(RequestId.HEADER, id);
		try (MDC.MDCCloseable _ = MDC.putCloseable(FIELD, id)) {
			chain.doFilter(request, response);
		}
	}

}
