package io.eidolon.training.anomaly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Chooses few of many vectors such that none is far from a chosen one: each next one is
 * that which is farthest from those before (Gonzalez 1985, as in Roth et al. 2022,
 * algorithm 1). Distances are those of random projections (Johnson and Lindenstrauss
 * 1984).
 */
final class Coreset {

	private static final int PROJECTED = 24;

	private final float[] projected;

	private final int count;

	private Coreset(List<float[]> vectors, RandomGenerator random) {
		this.count = vectors.size();
		this.projected = new float[this.count * PROJECTED];
		int length = vectors.getFirst().length;
		float[] axes = new float[PROJECTED * length];
		for (int i = 0; i < axes.length; i++) {
			axes[i] = (float) (random.nextGaussian() / Math.sqrt(PROJECTED));
		}
		for (int i = 0; i < this.count; i++) {
			float[] vector = vectors.get(i);
			for (int k = 0; k < PROJECTED; k++) {
				float sum = 0;
				for (int j = 0; j < length; j++) {
					sum += axes[k * length + j] * vector[j];
				}
				this.projected[i * PROJECTED + k] = sum;
			}
		}
	}

	/**
	 * Chooses vectors; all where there are no more.
	 * @param most how many
	 * @param check asked now and then; it ends the choice by an exception
	 */
	static List<float[]> of(List<float[]> vectors, int most, RandomGenerator random, Runnable check) {
		if (vectors.size() <= most) {
			return vectors;
		}
		return new Coreset(vectors, random).choose(vectors, most, check);
	}

	private List<float[]> choose(List<float[]> vectors, int most, Runnable check) {
		List<float[]> chosen = new ArrayList<>();
		float[] nearest = new float[this.count];
		Arrays.fill(nearest, Float.MAX_VALUE);
		int next = 0;
		while (chosen.size() < most) {
			check.run();
			chosen.add(vectors.get(next));
			next = farthest(nearest, next);
		}
		return chosen;
	}

	/** Notes how near each is to one more that is chosen, and finds the next. */
	private int farthest(float[] nearest, int latest) {
		int farthest = 0;
		for (int i = 0; i < this.count; i++) {
			float square = 0;
			for (int k = 0; k < PROJECTED; k++) {
				float difference = this.projected[i * PROJECTED + k] - this.projected[latest * PROJECTED + k];
				square += difference * difference;
			}
			nearest[i] = Math.min(nearest[i], square);
			farthest = (nearest[i] > nearest[farthest]) ? i : farthest;
		}
		return farthest;
	}

}
