package io.eidolon.web.security;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has caches that several clients share, such as those of gateways, keep nothing that
 * needed a key: they would hand it to those who have none.
 */
final class PrivateAnswers extends OncePerRequestFilter {

	private static final String CREDENTIALS = HttpHeaders.AUTHORIZATION + ", " + CredentialsHeaders.KEY;

	/**
	 * Marks an answer that needs a key before it is known what it will be. What says
	 * nothing of caches may be kept by the client alone, which asks whether it is still
	 * valid.
	 */
	static void mark(HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
		response.addHeader(HttpHeaders.VARY, CREDENTIALS);
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getUserPrincipal() == null;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(request, new PrivateResponse(response));
	}

	private static final class PrivateResponse extends HttpServletResponseWrapper {

		/** Whether the answer says itself who may keep it, and not only its mark does. */
		private boolean said;

		PrivateResponse(HttpServletResponse response) {
			super(response);
		}

		@Override
		public void setHeader(String name, String value) {
			boolean caches = isAboutCaches(name);
			this.said = this.said || caches;
			super.setHeader(name, caches ? value.replace("public", "private") : value);
		}

		// In place of the mark
		@Override
		public void addHeader(String name, String value) {
			if (isAboutCaches(name)) {
				setHeader(name, value);
			}
			else {
				super.addHeader(name, value);
			}
		}

		// Spring sets no header that is there already.
		@Override
		public boolean containsHeader(String name) {
			return !isMark(name) && super.containsHeader(name);
		}

		@Override
		public @Nullable String getHeader(String name) {
			return isMark(name) ? null : super.getHeader(name);
		}

		@Override
		public Collection<String> getHeaders(String name) {
			return isMark(name) ? List.of() : super.getHeaders(name);
		}

		private boolean isMark(String name) {
			return !this.said && isAboutCaches(name);
		}

		private static boolean isAboutCaches(String name) {
			return HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name);
		}

	}

}
