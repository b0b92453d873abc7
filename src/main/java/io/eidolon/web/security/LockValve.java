package io.eidolon.web.security;

import java.io.IOException;

import io.eidolon.web.server.BoundedServer;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;

/**
 * Holds requests to the lock before their bodies are read and before they wait in line,
 * where a servlet filter would come too late.
 */
@Order(BoundedServer.ORDER - 2)
class LockValve extends ValveBase implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

	private final Filter lock;

	LockValve(Filter lock) {
		super(true);
		this.lock = lock;
	}

	@Override
	public void customize(ConfigurableTomcatWebServerFactory factory) {
		factory.addEngineValves(this);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		if (response.isError()) {
			getNext().invoke(request, response);
			return;
		}
		this.lock.doFilter(request, response, (_, _) -> {
			request.setUserPrincipal(KnownRequest.caller());
			getNext().invoke(request, response);
		});
	}

}
