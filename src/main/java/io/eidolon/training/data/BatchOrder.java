package io.eidolon.training.data;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Which picture stands where in which batch. Each epoch is a permutation of the set. The
 * order follows from seed and step alone, so that a resumed run sees what an unbroken one
 * would have seen.
 */
final class BatchOrder {

	private static final RandomGeneratorFactory<RandomGenerator> RANDOM = RandomGeneratorFactory.of("L64X128MixRandom");

	private final int size;

	private final int batch;

	private final long seed;

	private long epoch = -1;

	private int[] permutation = new int[0];

	/**
	 * Creates an order.
	 * @param size the number of pictures
	 * @param batch the number of pictures in a batch
	 * @param seed the seed of the run
	 */
	BatchOrder(int size, int batch, long seed) {
		this.size = size;
		this.batch = batch;
		this.seed = seed;
	}

	/** Returns the positions of the pictures in the batch of a step. */
	int[] positions(long step) {
		int[] positions = new int[this.batch];
		for (int i = 0; i < this.batch; i++) {
			long place = step * this.batch + i;
			positions[i] = permutation(place / this.size)[(int) (place % this.size)];
		}
		return positions;
	}

	/** Returns the generator for what else is random in the batch of a step. */
	RandomGenerator random(long step) {
		return stream(2 * step + 1);
	}

	/** Returns the generator of a stream: even ones are epochs, odd ones are steps. */
	private RandomGenerator stream(long number) {
		return RANDOM.create(this.seed * 0x9E37_79B9_7F4A_7C15L + number);
	}

	private int[] permutation(long wanted) {
		if (wanted != this.epoch) {
			// Fisher and Yates, in the inside-out form
			RandomGenerator random = stream(2 * wanted);
			int[] shuffled = new int[this.size];
			for (int i = 0; i < this.size; i++) {
				int j = random.nextInt(i + 1);
				shuffled[i] = shuffled[j];
				shuffled[j] = i;
			}
			this.permutation = shuffled;
			this.epoch = wanted;
		}
		return this.permutation;
	}

}
