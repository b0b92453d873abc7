package io.eidolon.inference;

import java.util.Random;

/** Normal numbers, for tests that do not care which. */
public final class Latents {

	private Latents() {
	}

	public static float[] normal(Random random, int size) {
		float[] z = new float[size];
		for (int i = 0; i < size; i++) {
			z[i] = (float) random.nextGaussian();
		}
		return z;
	}

}
