package io.eidolon.web.http;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets pages run nothing but their own files, load nothing but pictures of their own
 * service, and stand in no frame.
 */
@Component
class PageHeadersFilter extends OncePerRequestFilter {

	private static final String STUDIO = policy("style-src 'self'");

	/** The page of the API writes styles into its elements. */
	private static final String API = policy("style-src 'self' 'unsafe-inline'");

	private static String policy(String styles) {
		return String.join("; ", "default-src 'none'", "script-src 'self'", styles, "img-src 'self' data: blob:",
				"connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String path = request.getServletPath();
		if (path.startsWith("/swagger-ui")) {
			setPolicy(response, API);
		}
		else if (path.equals("/") || path.equals("/index.html") || path.equals("/recognise.html")
				|| path.startsWith("/studio/")) {
			setPolicy(response, STUDIO);
			// A newer service brings a newer page: browsers ask whether theirs is still
			// the one.
			response.setHeader("Cache-Control", "no-cache");
		}
		chain.doFilter(request, response);
	}

	// In place of the policy of answers that are no pages.
	private static void setPolicy(HttpServletResponse response, String policy) {
		response.setHeader("Content-Security-Policy", policy);
	}

}
