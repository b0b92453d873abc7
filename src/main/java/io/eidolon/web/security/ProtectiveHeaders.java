package io.eidolon.web.security;

import java.io.IOException;
import java.util.Map;

import io.eidolon.web.server.BoundedServer;
import io.eidolon.web.server.EngineValve;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Has browsers take each answer for what it says it is, run nothing of it, show it in no
 * frame, and tell no other site where it was. Pages say themselves what they may run.
 */
@Component
@Order(BoundedServer.ORDER - 6)
class ProtectiveHeaders extends EngineValve {

	private static final Map<String, String> HEADERS = Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options",
			"DENY", "Referrer-Policy", "no-referrer", "Content-Security-Policy",
			"default-src 'none'; frame-ancestors 'none'");

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		set(response);
		getNext().invoke(request, response);
	}

	static void set(HttpServletResponse response) {
		HEADERS.forEach(response::setHeader);
	}

}
