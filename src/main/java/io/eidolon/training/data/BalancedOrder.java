package io.eidolon.training.data;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * An order in which each class comes as often as any other: every class once, in a random
 * order, then every class again. The pictures of a class come in permutations of their
 * own, those of a small class more often.
 */
final class BalancedOrder implements Order {

	private static final RandomGeneratorFactory<RandomGenerator> RANDOM = RandomGeneratorFactory.of("L64X128MixRandom");

	private final BatchOrder every;

	private final int[][] members;

	private final int batch;

	private final long seed;

	private final long[] epochs;

	private final int[][] permutations;

	/**
	 * Creates an order.
	 * @param labels the class of each picture
	 * @param batch the number of pictures in a batch
	 * @param seed the seed of the run
	 */
	BalancedOrder(int[] labels, int batch, long seed) {
		this.every = new BatchOrder(labels.length, batch, seed);
		this.members = IntStream.of(labels)
			.distinct()
			.sorted()
			.mapToObj((label) -> IntStream.range(0, labels.length).filter((i) -> labels[i] == label).toArray())
			.toArray(int[][]::new);
		this.batch = batch;
		this.seed = seed;
		this.epochs = IntStream.range(0, this.members.length).mapToLong((_) -> -1).toArray();
		this.permutations = new int[this.members.length][];
	}

	@Override
	public int[] positions(long step) {
		int classes = this.members.length;
		int[] positions = new int[this.batch];
		for (int i = 0; i < this.batch; i++) {
			long place = step * this.batch + i;
			long round = place / classes;
			positions[i] = member(Order.permutation(classes, stream(classes, round))[(int) (place % classes)], round);
		}
		return positions;
	}

	/** The picture that is a class's in a round. */
	private int member(int label, long round) {
		int[] pictures = this.members[label];
		long epoch = round / pictures.length;
		if (this.epochs[label] != epoch) {
			this.permutations[label] = Order.permutation(pictures.length, stream(label, epoch));
			this.epochs[label] = epoch;
		}
		return pictures[this.permutations[label][(int) (round % pictures.length)]];
	}

	private RandomGenerator stream(long label, long number) {
		return RANDOM.create((this.seed * 31 + label) * 0x9E37_79B9_7F4A_7C15L + number);
	}

	@Override
	public RandomGenerator random(long step) {
		return this.every.random(step);
	}

}
