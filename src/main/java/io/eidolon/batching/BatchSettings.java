package io.eidolon.batching;

/**
 * The sizes of a {@link Batcher}.
 *
 * @param capacity how many items may wait; as many again may those of clients that had
 * none waiting
 * @param maxBatch how many items run together at most
 * @param onCaller whether a lone item may run on its caller's thread, which some devices
 * do not take well
 */
public record BatchSettings(int capacity, int maxBatch, boolean onCaller) {

	/**
	 * Creates settings under which a lone item may run on its caller's thread.
	 * @throws IllegalArgumentException when one is below 1
	 */
	public BatchSettings(int capacity, int maxBatch) {
		this(capacity, maxBatch, true);
	}

	/**
	 * Creates settings.
	 * @throws IllegalArgumentException when one is below 1
	 */
	public BatchSettings {
		atLeastOne("capacity", capacity);
		atLeastOne("maxBatch", maxBatch);
	}

	static void atLeastOne(String name, int value) {
		if (value < 1) {
			throw new IllegalArgumentException("%s (%s) must be at least 1".formatted(name, value));
		}
	}

}
