package io.eidolon.training.data;

import io.eidolon.image.Picture;

/** Pictures as networks take them. */
public final class Planes {

	private Planes() {
	}

	/**
	 * Writes (height, width, channels) bytes as (channels, height, width) floats in [-1,
	 * 1].
	 * @param offset where the picture begins in the images
	 */
	public static void write(Picture picture, boolean mirrored, float[] images, int offset) {
		int channels = picture.channels();
		int width = picture.width();
		int pixels = width * picture.height();
		for (int i = 0; i < pixels; i++) {
			int from = mirrored ? i - i % width + (width - 1 - i % width) : i;
			for (int channel = 0; channel < channels; channel++) {
				images[offset + channel * pixels + i] = (picture.samples()[from * channels + channel] & 0xFF) / 127.5f
						- 1;
			}
		}
	}

}
