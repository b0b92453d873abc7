package io.eidolon.web.http;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Lets requests know their connection, which servlets cannot ask for. */
@Component
class ClientConnectionValve extends ValveBase
		implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

	ClientConnectionValve() {
		super(true);
	}

	@Override
	public void customize(ConfigurableTomcatWebServerFactory factory) {
		factory.addEngineValves(this);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		request.setAttribute(ClientConnection.ATTRIBUTE, new ClientConnection(request.getCoyoteRequest()));
		getNext().invoke(request, response);
	}

}
