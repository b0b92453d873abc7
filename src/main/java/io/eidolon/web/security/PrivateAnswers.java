package io.eidolon.web.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has caches that several clients share, such as those of gateways, keep nothing that
 * needed a key: they would hand it to those who have none.
 */
final class PrivateAnswers extends OncePerRequestFilter {

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

		PrivateResponse(HttpServletResponse response) {
			super(response);
		}

		@Override
		public void setHeader(String name, String value) {
			super.setHeader(name, withoutSharing(name, value));
		}

		@Override
		public void addHeader(String name, String value) {
			super.addHeader(name, withoutSharing(name, value));
		}

		private static String withoutSharing(String name, String value) {
			return HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name) ? value.replace("public", "private") : value;
		}

	}

}
