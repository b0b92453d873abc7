package io.eidolon.web.server;

import org.apache.catalina.valves.RemoteIpValve;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Takes the addresses of clients and of the service from proxies, of which each is named.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TrustedProxies implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

	private final ServerProperties properties;

	/**
	 * Prepares the server.
	 * @param strategy how Spring Boot would take addresses
	 * @throws ForwardedHeadersException when it would take them from anybody
	 */
	TrustedProxies(ServerProperties properties, @Value("${server.forward-headers-strategy}") String strategy) {
		if (!strategy.equalsIgnoreCase("none")) {
			throw new ForwardedHeadersException(strategy);
		}
		this.properties = properties;
	}

	@Override
	public void customize(ConfigurableTomcatWebServerFactory factory) {
		if (!this.properties.proxies().isEmpty()) {
			RemoteIpValve valve = new RemoteIpValve();
			valve.setInternalProxies(String.join(",", this.properties.proxies()));
			valve.setProtocolHeader("X-Forwarded-Proto");
			valve.setHostHeader("X-Forwarded-Host");
			valve.setPortHeader("X-Forwarded-Port");
			factory.addEngineValves(valve);
		}
	}

}
