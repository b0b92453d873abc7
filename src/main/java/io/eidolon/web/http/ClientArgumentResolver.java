package io.eidolon.web.http;

import io.eidolon.serving.Client;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Tells controllers who waits for their answer. */
@Component
class ClientArgumentResolver implements HandlerMethodArgumentResolver {

	private final RequestTimeout timeout;

	ClientArgumentResolver(WebProperties properties) {
		this.timeout = new RequestTimeout(properties);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Client.class;
	}

	@Override
	public Client resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		Object connection = request.getAttribute(ClientConnection.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
		return new WaitingClient(this.timeout.parse(request.getHeader(RequestTimeout.HEADER)), System.nanoTime(),
				(ClientConnection) connection);
	}

}
