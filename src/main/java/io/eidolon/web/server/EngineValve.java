package io.eidolon.web.server;

import org.apache.catalina.valves.ValveBase;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * A part of the way of each request, before servlet filters and before its body is read.
 * As a bean it takes its place by its order.
 */
public abstract class EngineValve extends ValveBase
		implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

	protected EngineValve() {
		super(true);
	}

	/** Whether it takes its place at all, as settings may say. */
	protected boolean isNeeded() {
		return true;
	}

	@Override
	public void customize(ConfigurableTomcatWebServerFactory factory) {
		if (isNeeded()) {
			factory.addEngineValves(this);
		}
	}

}
