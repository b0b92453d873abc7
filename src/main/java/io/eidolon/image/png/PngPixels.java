package io.eidolon.image.png;

/**
 * Pixels to encode, of 8 bits a channel.
 *
 * @param width pixels
 * @param height pixels
 * @param channels 1 for grey, 3 for red, green and blue
 * @param samples of shape (height, width, channels), rows from the top down; not copied
 */
public record PngPixels(int width, int height, int channels, byte[] samples) {

	/** The length of a row in samples. */
	int stride() {
		return this.width * this.channels;
	}

}
