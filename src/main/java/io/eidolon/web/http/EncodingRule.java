package io.eidolon.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses bodies that are compressed: a small one could be any size, and pictures are
 * compressed as they are (RFC 9110, section 8.4).
 */
final class EncodingRule implements HandlerInterceptor {

	static final String IDENTITY = "identity";

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
		if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase(IDENTITY)) {
			throw new EncodedBodyException(encoding);
		}
		return true;
	}

}
