package io.eidolon.web.http;

import org.springframework.http.MediaType;

/** The forms that the answer of a search comes back in. */
enum SearchFormat implements Representation {

	/** All at once, at the end. */
	JSON(MediaType.APPLICATION_JSON),

	/** As it goes on: server-sent events. */
	EVENTS(MediaType.TEXT_EVENT_STREAM);

	private final MediaType mediaType;

	SearchFormat(MediaType mediaType) {
		this.mediaType = mediaType;
	}

	@Override
	public MediaType mediaType() {
		return this.mediaType;
	}

}
