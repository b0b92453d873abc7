package io.eidolon.training.data;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Which picture stands where in which batch. Each epoch is a permutation of the set. The
 * order follows from seed and step alone, so that a resumed run sees what an unbroken one
 * would have seen.
 */
final class BatchOrder implements Order {

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

	@Override
	public int[] positions(long step) {
		int[] positions = new int[this.batch];
		for (int i = 0; i < this.batch; i++) {
			long place = step * this.batch + i;
			positions[i] = permutation(place / this.size)[(int) (place % this.size)];
		}
		return positions;
	}

	@Override
	public RandomGenerator random(long step) {
		return stream(2 * step + 1);
	}

	/** Returns the generator of a stream: even ones are epochs, odd ones are steps. */
	private RandomGenerator stream(long number) {
		return RANDOM.create(this.seed * 0x9E37_79B9_7F4A_7C15L + number);
	}

	private int[] permutation(long wanted) {
		if (wanted != this.epoch) {
			this.permutation = Order.permutation(this.size, stream(2 * wanted));
			this.epoch = wanted;
		}
		return this.permutation;
	}

}
