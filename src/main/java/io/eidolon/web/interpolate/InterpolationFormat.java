package io.eidolon.web.interpolate;

import io.eidolon.web.http.Representation;

import org.springframework.http.MediaType;

/** The forms that a walk through latent space comes back in, most welcome first. */
enum InterpolationFormat implements Representation {

	/** An animation that every browser plays. */
	GIF("image/gif"),

	/** An animation in full colour. */
	WEBP("image/webp"),

	/** An animation in full colour, without loss. */
	APNG("image/apng"),

	/** All frames side by side. */
	PNG("image/png"),

	/** Each frame with what it was generated from. */
	JSON("application/json"),

	/** Each frame as a file. */
	ZIP("application/zip");

	private final MediaType mediaType;

	InterpolationFormat(String mediaType) {
		this.mediaType = MediaType.valueOf(mediaType);
	}

	@Override
	public MediaType mediaType() {
		return this.mediaType;
	}

}
