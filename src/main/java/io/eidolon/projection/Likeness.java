package io.eidolon.projection;

/** What makes pictures alike. */
public enum Likeness {

	/** The colours of pixels. */
	PIXEL,

	/**
	 * These, and the features that a network which the model comes with finds in them.
	 */
	PERCEPTUAL

}
