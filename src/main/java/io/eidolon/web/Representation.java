package io.eidolon.web;

import org.springframework.http.MediaType;

/** A form that an answer can take. */
interface Representation {

	MediaType mediaType();

}
