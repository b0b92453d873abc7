package io.eidolon.training.quality;

import java.util.random.RandomGenerator;

/** Features to measure with. */
final class TestFeatures {

	private TestFeatures() {
	}

	/** Points on a line, or in a space. */
	static Features points(int dimension, double... values) {
		float[] floats = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			floats[i] = (float) values[i];
		}
		return new Features(values.length / dimension, dimension, floats);
	}

	/** Points from independent normal components. */
	static Features normal(RandomGenerator random, int count, int dimension, double mean, double deviation) {
		float[] values = new float[count * dimension];
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) random.nextGaussian(mean, deviation);
		}
		return new Features(count, dimension, values);
	}

}
