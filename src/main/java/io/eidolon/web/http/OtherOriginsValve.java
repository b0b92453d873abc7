package io.eidolon.web.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import io.eidolon.web.server.BoundedServer;
import io.eidolon.web.server.EngineValve;
import io.eidolon.web.server.RequestId;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsProcessor;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;

/**
 * Lets pages of the origins that are allowed read each answer (CORS), also those of other
 * valves and of Tomcat itself, which reach no filter.
 */
@Component
@Order(BoundedServer.ORDER - 4)
class OtherOriginsValve extends EngineValve {

	/** Those of limits are of gateways (draft-ietf-httpapi-ratelimit-headers). */
	private static final String EXPOSED = String.join(", ", HttpHeaders.ETAG, HttpHeaders.CONTENT_DISPOSITION,
			HttpHeaders.RETRY_AFTER, HttpHeaders.ALLOW, RequestId.HEADER, BinaryResponse.MODEL, BinaryResponse.VERSION,
			BinaryResponse.SEED, WarningHeader.NAME, "RateLimit", "RateLimit-Policy");

	private static final Duration PREFLIGHT_AGE = Duration.ofHours(1);

	private final List<String> allowedOrigins;

	private final CorsConfiguration cors = new CorsConfiguration();

	private final CorsProcessor preflights = new DefaultCorsProcessor();

	OtherOriginsValve(WebProperties properties) {
		this.allowedOrigins = properties.allowedOrigins();
		this.cors.setAllowedOrigins(this.allowedOrigins);
		// A method that is not there is answered as such.
		this.cors.addAllowedMethod(CorsConfiguration.ALL);
		this.cors.addAllowedHeader(CorsConfiguration.ALL);
		this.cors.setMaxAge(PREFLIGHT_AGE);
	}

	@Override
	public void customize(ConfigurableTomcatWebServerFactory factory) {
		if (!this.allowedOrigins.isEmpty()) {
			super.customize(factory);
		}
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		if (CorsUtils.isPreFlightRequest(request) && !response.isError()) {
			this.preflights.processRequest(this.cors, request, response);
			return;
		}
		// Caches must not hand an answer to others than it was for.
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
		String allowed = this.cors.checkOrigin(origin(request, response));
		if (allowed != null) {
			response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, allowed);
			response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
		}
		getNext().invoke(request, response);
	}

	private @Nullable String origin(Request request, Response response) {
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		// Of a head that cannot be read, nobody knows where it came from.
		boolean unread = origin == null && response.isError() && this.allowedOrigins.size() == 1;
		return unread ? this.allowedOrigins.getFirst() : origin;
	}

}
