package io.eidolon.graph.rewrite;

/**
 * The plane of a value of shape (N, channels, height, width).
 *
 * @param height rows
 * @param width columns
 */
record FeatureMap(int height, int width) {

	long pixels() {
		return (long) this.height * this.width;
	}

}
