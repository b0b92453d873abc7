package io.eidolon.web.server;

import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Finds how errors are written: as problem details, unless an API has a way of its own.
 */
@Component
public class ErrorFormats {

	private final ObjectProvider<ErrorFormat> formats;

	private final String contextPath;

	ErrorFormats(ObjectProvider<ErrorFormat> formats, @Value("${server.servlet.context-path:}") String contextPath) {
		this.formats = formats;
		this.contextPath = contextPath;
	}

	/**
	 * Returns the format of the API that a request is for, empty for problem details.
	 * @param uri what the client asked for
	 */
	public Optional<ErrorFormat> of(String uri) {
		return this.formats.stream().filter((format) -> uri.startsWith(this.contextPath + format.path())).findFirst();
	}

}
