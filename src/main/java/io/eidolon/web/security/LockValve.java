package io.eidolon.web.security;

import java.io.IOException;

import io.eidolon.web.server.BoundedServer;
import io.eidolon.web.server.EngineValve;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;

import org.springframework.core.annotation.Order;

/**
 * Holds requests to the lock before their bodies are read and before they wait in line,
 * where a servlet filter would come too late.
 */
@Order(BoundedServer.ORDER - 2)
class LockValve extends EngineValve {

	private final boolean needed;

	private final Filter lock;

	LockValve(Lock lock, AccessRules rules) {
		this.needed = lock.isClosed();
		this.lock = lock.filter(rules);
	}

	@Override
	protected boolean isNeeded() {
		return this.needed;
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
