package io.eidolon.training.anomaly;

import io.eidolon.image.Picture;
import io.eidolon.inference.gradient.FeatureExtractor;
import io.eidolon.training.data.Planes;

/**
 * A network that looks at squares.
 *
 * @param network float (N, 3, side, side) between -1 and 1 to its outputs
 * @param side the pixels of a side
 */
record PictureNetwork(FeatureExtractor network, int side) implements AutoCloseable {

	private static final int CHANNELS = 3;

	static PictureNetwork open(String name, byte[] graph, int side) {
		return new PictureNetwork(FeatureExtractor.open(name, graph), side);
	}

	/**
	 * Looks at a picture.
	 * @param output the name of what is wanted
	 */
	float[] run(Picture picture, String output) {
		float[] image = new float[CHANNELS * this.side * this.side];
		Planes.write(picture, false, image, 0);
		return this.network.run(image, 1, CHANNELS, this.side, output);
	}

	@Override
	public void close() {
		this.network.close();
	}

}
