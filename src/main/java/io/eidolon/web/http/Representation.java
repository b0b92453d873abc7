package io.eidolon.web.http;

import org.springframework.http.MediaType;

/** A form that an answer can take. */
public interface Representation {

	/** What the answer is then. */
	MediaType mediaType();

}
