package io.eidolon.image;

/**
 * A part of a picture, in pixels.
 *
 * @param left its first column
 * @param top its first row
 * @param width how many columns
 * @param height how many rows
 */
record Part(int left, int top, int width, int height) {

	/** The largest part of given proportions, in the middle of a picture. */
	static Part centred(int pictureWidth, int pictureHeight, int proportionalWidth, int proportionalHeight) {
		double scale = Math.min((double) pictureWidth / proportionalWidth, (double) pictureHeight / proportionalHeight);
		int width = Math.clamp(Math.round(scale * proportionalWidth), 1, pictureWidth);
		int height = Math.clamp(Math.round(scale * proportionalHeight), 1, pictureHeight);
		return new Part((pictureWidth - width) / 2, (pictureHeight - height) / 2, width, height);
	}

}
