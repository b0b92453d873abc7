package io.eidolon.training.data;

import java.util.random.RandomGenerator;

/**
 * Which picture stands where in which batch. It follows from seed and step alone, so that
 * a resumed run sees what an unbroken one would have seen.
 */
interface Order {

	/** Returns the positions of the pictures in the batch of a step. */
	int[] positions(long step);

	/** Returns the generator for what else is random in the batch of a step. */
	RandomGenerator random(long step);

	/** A permutation of 0 to size - 1 (Fisher and Yates, in the inside-out form). */
	static int[] permutation(int size, RandomGenerator random) {
		int[] shuffled = new int[size];
		for (int i = 0; i < size; i++) {
			int j = random.nextInt(i + 1);
			shuffled[i] = shuffled[j];
			shuffled[j] = i;
		}
		return shuffled;
	}

}
