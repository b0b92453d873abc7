package io.eidolon.search;

/** Some values of an image, which tell about as much of how it differs from others. */
final class ImageSample {

	/** As many as 64 x 64 pixels in colour have: of these, all are taken. */
	private static final int MOST = 64 * 64 * 3;

	private ImageSample() {
	}

	/**
	 * Takes every so manieth value.
	 * @param image in any order, the same for images that are compared
	 */
	static float[] of(float[] image) {
		if (image.length <= MOST) {
			return image;
		}
		// One more, so that they are not all of one column.
		int every = image.length / MOST + 1;
		float[] sample = new float[image.length / every];
		for (int i = 0; i < sample.length; i++) {
			sample[i] = image[i * every];
		}
		return sample;
	}

}
