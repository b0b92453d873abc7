package io.eidolon.web.http;

import java.net.URI;

import io.eidolon.web.server.ErrorFormats;
import jakarta.servlet.RequestDispatcher;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Writes problem details as the API that was asked writes errors. */
@ControllerAdvice
class ErrorFormatAdvice implements ResponseBodyAdvice<Object> {

	private final ErrorFormats formats;

	ErrorFormatAdvice(ErrorFormats formats) {
		this.formats = formats;
	}

	@Override
	public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
		return true;
	}

	@Override
	public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter returned, MediaType selected,
			Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
			ServerHttpResponse response) {
		if (!(body instanceof ProblemDetail problem)) {
			return body;
		}
		return this.formats.of(uri(request)).map((format) -> {
			response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
			return format.body(problem);
		}).orElse(body);
	}

	/** What the client asked for, also where an error page answers. */
	private static String uri(ServerHttpRequest request) {
		Object failed = (request instanceof ServletServerHttpRequest servlet)
				? servlet.getServletRequest().getAttribute(RequestDispatcher.ERROR_REQUEST_URI) : null;
		URI uri = request.getURI();
		return (failed != null) ? failed.toString() : uri.getRawPath();
	}

}
