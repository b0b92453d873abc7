package io.eidolon.web.management;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says who has changed something by a management endpoint, and what became of it. */
final class ChangeAudit extends OncePerRequestFilter {

	static final String TYPE = "MANAGEMENT_CHANGE";

	private final ApplicationEventPublisher events;

	ChangeAudit(ApplicationEventPublisher events) {
		this.events = events;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return ChangeGuard.READING.contains(request.getMethod());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		finally {
			String who = Objects.requireNonNullElse(request.getRemoteUser(), request.getRemoteAddr());
			this.events.publishEvent(new AuditApplicationEvent(who, TYPE, Map.of("method", request.getMethod(), "path",
					request.getRequestURI(), "status", response.getStatus())));
		}
	}

}
