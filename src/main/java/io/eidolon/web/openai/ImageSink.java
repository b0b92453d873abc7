package io.eidolon.web.openai;

import io.eidolon.latent.Seed;

/** Takes pictures as they are made. */
interface ImageSink {

	/**
	 * Takes a picture that is not finished.
	 * @param index which one of its previews it is, from 0
	 */
	void preview(int index, byte[] data);

	/** Takes a finished picture. */
	void completed(byte[] data, Seed seed);

}
