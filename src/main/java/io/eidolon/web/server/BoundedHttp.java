package io.eidolon.web.server;

import org.apache.coyote.http11.Http11NioProtocol;

/**
 * HTTP over a bounded number of connections. Tomcat makes it by the name of its class, so
 * it is public and takes its limits later.
 */
public final class BoundedHttp extends Http11NioProtocol {

	/** Creates the protocol without limits. */
	public BoundedHttp() {
		super(new BoundedEndpoint());
	}

	BoundedEndpoint endpoint() {
		return (BoundedEndpoint) getEndpoint();
	}

}
