package io.eidolon.training.anomaly;

import io.eidolon.image.Picture;
import io.eidolon.inference.gradient.FeatureExtractor;

/**
 * A network that looks at squares.
 *
 * @param network float (N, 3, side, side) between -1 and 1 to its outputs
 * @param side the pixels of a side
 */
record PictureNetwork(FeatureExtractor network, int side) implements AutoCloseable {

	private static final int CHANNELS = 3;

	/** Of a picture of bytes, in -1 to 1. */
	private static final float HALF = 127.5f;

	static PictureNetwork open(String name, byte[] graph, int side) {
		return new PictureNetwork(FeatureExtractor.open(name, graph), side);
	}

	/**
	 * Looks at a picture.
	 * @param output the name of what is wanted
	 */
	float[] run(Picture picture, String output) {
		int plane = this.side * this.side;
		float[] image = new float[CHANNELS * plane];
		for (int i = 0; i < image.length; i++) {
			image[i] = (picture.samples()[i % plane * CHANNELS + i / plane] & 0xFF) / HALF - 1;
		}
		return this.network.run(image, 1, CHANNELS, this.side, output);
	}

	@Override
	public void close() {
		this.network.close();
	}

}
