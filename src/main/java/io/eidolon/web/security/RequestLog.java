package io.eidolon.web.security;

import java.io.CharArrayWriter;

import io.eidolon.web.server.BoundedServer;
import org.apache.catalina.valves.AbstractAccessLogValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Writes a line to the log for each request: who asked for what, what became of it, how
 * long it took and what it cost. Searches and bodies, which hold prompts, are left out.
 * It takes its place where {@link #SETTING} says so.
 */
@Component
@Order(BoundedServer.ORDER - 5)
class RequestLog extends AbstractAccessLogValve
		implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

	static final String SETTING = "eidolon.security.access-log";

	private static final Logger logger = LoggerFactory.getLogger("eidolon.access");

	private final boolean wanted;

	RequestLog(LockProperties properties) {
		this.wanted = properties.accessLog();
		// The address that the gateway tells, not its own
		setRequestAttributesEnabled(true);
		setPattern("address=%a key=%u method=%m path=%U status=%s bytes=%B ms=%{ms}T cost=%{" + RequestAllowance.COST
				+ "}r requestId=%{X-Request-Id}o");
	}

	@Override
	public void customize(ConfigurableTomcatWebServerFactory factory) {
		if (this.wanted) {
			factory.addEngineValves(this);
		}
	}

	@Override
	protected void log(CharArrayWriter message) {
		logger.info("{}", message);
	}

}
