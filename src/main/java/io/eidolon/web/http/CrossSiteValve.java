package io.eidolon.web.http;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import io.eidolon.web.server.BoundedServer;
import io.eidolon.web.server.EngineValve;
import io.eidolon.web.server.Refusal;
import io.eidolon.web.server.RefusalReason;
import io.eidolon.web.server.Refusals;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses what pages of other sites have a visitor's browser ask for, unless their origin
 * is allowed: a form or an image on any page could spend the service's time otherwise.
 * Browsers say where a request comes from (Fetch Metadata); older ones say the origin of
 * a POST. A link may lead here from anywhere.
 */
@Component
@Order(BoundedServer.ORDER - 3)
class CrossSiteValve extends EngineValve {

	private static final Refusal CROSS_SITE = new Refusal(403, "Forbidden",
			"Pages of other sites may ask for this only where eidolon.web.allowed-origins names them", null,
			RefusalReason.CROSS_SITE);

	private final List<String> allowedOrigins;

	private final Refusals refusals;

	CrossSiteValve(WebProperties properties, Refusals refusals) {
		this.allowedOrigins = properties.allowedOrigins();
		this.refusals = refusals;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		if (isCrossSite(request) && !isAllowed(request) && (isPost(request) || RequestKind.costs(request))) {
			this.refusals.send(CROSS_SITE, request, response);
			return;
		}
		getNext().invoke(request, response);
	}

	private static boolean isPost(Request request) {
		return "POST".equals(request.getMethod());
	}

	private static boolean isCrossSite(Request request) {
		String site = request.getHeader("Sec-Fetch-Site");
		if (site != null) {
			boolean link = !isPost(request) && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
					&& "document".equals(request.getHeader("Sec-Fetch-Dest"));
			return site.equals("cross-site") && !link;
		}
		String origin = request.getHeader("Origin");
		return origin != null && !sameHost(origin, request.getHeader("Host"));
	}

	// The scheme is that of a gateway, which need not have told it.
	private static boolean sameHost(String origin, @Nullable String host) {
		try {
			return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private boolean isAllowed(Request request) {
		String origin = request.getHeader("Origin");
		return this.allowedOrigins.contains("*") || (origin != null && this.allowedOrigins.contains(origin));
	}

}
