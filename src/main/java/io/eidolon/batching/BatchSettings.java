package io.eidolon.batching;

/**
 * The sizes of a {@link Batcher}.
 *
 * @param capacity how many items may wait
 * @param maxBatch how many items run together at most
 * @param workers how many batches run side by side
 */
public record BatchSettings(int capacity, int maxBatch, int workers) {

	/**
	 * Creates settings.
	 * @throws IllegalArgumentException when one is below 1
	 */
	public BatchSettings {
		atLeastOne("capacity", capacity);
		atLeastOne("maxBatch", maxBatch);
		atLeastOne("workers", workers);
	}

	private static void atLeastOne(String name, int value) {
		if (value < 1) {
			throw new IllegalArgumentException("%s (%d) must be at least 1".formatted(name, value));
		}
	}

}
