package io.eidolon.web.server;

import java.net.UnknownHostException;
import java.util.function.Predicate;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.util.NetMaskSet;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.unit.DataSize;

/** Sets all bounds of the HTTP server, but for the management port. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServerProperties.class)
@Order(BoundedServer.ORDER)
public class BoundedServer implements WebServerFactoryCustomizer<TomcatWebServerFactory> {

	/** What comes before reads no body; what comes after reads it within bounds. */
	public static final int ORDER = 10;

	/**
	 * Lets the head and the body of a small picture leave in one write. Tomcat's own
	 * buffer of 8 KB cuts a PNG of 64x64 in two, and both sides pay for the second part.
	 * Each connection keeps one.
	 */
	private static final DataSize WRITE_BUFFER = DataSize.ofKilobytes(16);

	private final ServerProperties properties;

	private final DataSize largestBody;

	private final Refusals refusals;

	private final ConnectionSweep sweep;

	private final MeterRegistry meters;

	BoundedServer(ServerProperties properties, @Value("${eidolon.edit.max-upload:10MB}") DataSize largestBody,
			Refusals refusals, ConnectionSweep sweep, MeterRegistry meters) {
		this.properties = properties;
		this.largestBody = largestBody;
		this.refusals = refusals;
		this.sweep = sweep;
		this.meters = meters;
	}

	@Bean
	static FilterRegistrationBean<DrainFilter> drainFilter(Drain drain) {
		FilterRegistrationBean<DrainFilter> filter = new FilterRegistrationBean<>(new DrainFilter(drain));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

	@Override
	public void customize(TomcatWebServerFactory factory) {
		factory.setProtocol(BoundedHttp.class.getName());
		BodyMemory memory = new BodyMemory(this.properties.bodies(this.largestBody));
		this.meters.gauge("eidolon.bodies.bytes", memory, BodyMemory::used);
		factory.addEngineValves(
				new BodyValve(memory, new BodyRate(this.properties.minBodyRate(), this.properties.stallTimeout()),
						this.largestBody.toBytes(), this.refusals),
				new ClientConnectionValve());
		factory.addContextCustomizers((context) -> {
			if (context.getParent() instanceof StandardHost host) {
				host.setErrorReportValveClass(ProblemReport.class.getName());
			}
		});
		factory.addConnectorCustomizers(this::bound);
	}

	private void bound(Connector connector) {
		connector.setProperty("socket.appWriteBufSize", Long.toString(WRITE_BUFFER.toBytes()));
		// Answers are in one language; whoever names many more is answered all the same.
		connector.setMaxLocaleCount(-1);
		BoundedHttp http = (BoundedHttp) connector.getProtocolHandler();
		// A client that asks first whether to send its body is answered when it is
		// wanted.
		http.setContinueResponseTiming("onRead");
		http.setMaxConnections(this.properties.connections());
		http.setConnectionTimeout(Math.toIntExact(this.properties.stallTimeout().toMillis()));
		http.setKeepAliveTimeout(Math.toIntExact(this.properties.idleTimeout().toMillis()));
		http.endpoint()
			.limit(new ConnectionLimits(this.properties.connections(), this.properties.perAddress(), isProxy()),
					ConnectionCount.in(this.meters));
		this.sweep.watch(http.endpoint());
	}

	private Predicate<String> isProxy() {
		NetMaskSet proxies = NetMaskSet.parse(String.join(",", this.properties.proxies()));
		return (address) -> {
			try {
				return proxies.contains(address);
			}
			catch (UnknownHostException ex) {
				return false;
			}
		};
	}

}
