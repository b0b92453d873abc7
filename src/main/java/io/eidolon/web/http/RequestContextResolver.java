package io.eidolon.web.http;

import java.time.Duration;
import java.util.Objects;

import io.eidolon.serving.Allowance;
import io.eidolon.serving.RequestContext;
import io.eidolon.serving.RequestContexts;
import io.eidolon.web.server.ClientConnection;
import io.eidolon.web.server.ClientNetwork;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the context of their request. */
@Component
class RequestContextResolver implements HandlerMethodArgumentResolver {

	private final RequestTimeout timeout;

	private final RequestContexts contexts;

	RequestContextResolver(WebProperties properties, RequestContexts contexts) {
		this.timeout = new RequestTimeout(properties);
		this.contexts = contexts;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == RequestContext.class;
	}

	@Override
	public RequestContext resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		String[] said = request.getHeaderValues(RequestTimeout.HEADER);
		// Of two, neither is meant.
		Duration longest = this.timeout.parse((said != null) ? String.join(", ", said) : null);
		ClientConnection connection = (ClientConnection) request.getAttribute(ClientConnection.ATTRIBUTE,
				RequestAttributes.SCOPE_REQUEST);
		String client = ClientNetwork.of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
		Allowance allowance = (request.getAttribute(Allowance.ATTRIBUTE,
				RequestAttributes.SCOPE_REQUEST) instanceof Allowance own) ? own : Allowance.ALL;
		// Only tests come without a connection.
		return (connection != null)
				? this.contexts.open(client, allowance, longest, connection.arrival(), connection::isClosed)
				: this.contexts.open(client, allowance, longest, System.nanoTime(), () -> false);
	}

}
